using BenchmarkDotNet.Attributes;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;
using RulesEngine.Models;

namespace OrderCheck.Benchmarks;

/// <summary>One line against an item's twenty rows of every kind, with nothing to find: what every clean order costs.</summary>
[MemoryDiagnoser]
public class CandidateBenchmarks
{
    private const string Item = "001102000010000";
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly string[] Replaced = ["knowledge/", "catalogue/items", "dictionary/"];
    private static readonly (string Kind, string Text)[] Rows =
    [
        ("sex_limits", $"item_code,sex\n{Item},女\n"),
        ("age_limits", $"item_code,min_age,max_age,age_unit\n{Item},60,,岁\n"),
        ("insurance_limits", $"item_code,insurance\n{Item},职工|居民\n"),
        ("facility_limits", $"item_code,lowest_level,facility_types\n{Item},2,综合|专科\n"),
        ("visit_limits", $"item_code,allowed_modes\n{Item},住院\n"),
        (
            "frequency_limits",
            "item_code,max_quantity,window,period_days\n"
            + $"{Item},1,单日,\n{Item},24,24小时,\n{Item},7,周,\n{Item},31,月,\n{Item},14,N天,14\n{Item},90,单次住院,\n"),
        ("course_limits", $"item_code,max_days,max_span_days,min_interval_days,scope,period_days\n{Item},30,40,1,单次住院,\n{Item},30,,,周期,365\n"),
        ("price_ceilings", $"item_code,level,ceiling\n{Item},,50\n{Item},3,50\n"),
        ("flags", $"item_code,kind,text,over_price\n{Item},高值,高值,1000\n"),
    ];

    private Release _release = null!;
    private RuleFacts _facts = null!;
    private RulesEngine.RulesEngine _plain = null!;
    private RuleParameter[] _inputs = [];

    [GlobalSetup]
    public void Prepare()
    {
        var starter = StarterRules.Read();
        _release = StarterRules.Build(starter with
        {
            Files =
            [
                .. starter.Files.Where(file => !Replaced.Any(path => file.Path.StartsWith(path, StringComparison.Ordinal))),
                new RuleFile("catalogue/items.csv", $"item_code,item_name,kind,class,category,unit\n{Item},普通诊查费,项目,甲,02,次\n"),
                .. Rows.Select(rows => new RuleFile($"knowledge/{rows.Kind}.csv", rows.Text)),
            ],
        });
        _facts = new RuleFacts(new OneUse(), new NoOther(), new NoPrescription()) { Drug = new NoDrug() };
        _facts.Item.Code = Item;
        _facts.Patient.Sex = "女";
        (_facts.Patient.AgeYears, _facts.Patient.AgeMonths, _facts.Patient.AgeDays) = (62, 750, 22_800);
        (_facts.Visit.Mode, _facts.Visit.Insurance) = ("住院", "职工");
        (_facts.Hospital.Level, _facts.Hospital.Type) = (3, "综合");
        _facts.Line.UnitPrice = 50;
        PreparePlainEngine();
    }

    /// <summary>The same pairs as one workflow of the plain engine, each rule with its own row: compiled before it is measured.</summary>
    private void PreparePlainEngine()
    {
        var candidates = _release.CandidatesFor(Item).ToArray();
        var workflow = new Workflow
        {
            WorkflowName = "candidates",
            Rules = [.. candidates.Select((candidate, number) => new Rule
            {
                RuleName = $"{number} {candidate.Rule.Definition.Name}",
                Expression = candidate.Rule.Definition.Expression.Replace("limit.", $"limit{number}.", StringComparison.Ordinal),
            })],
        };
        _plain = new RulesEngine.RulesEngine(
            [workflow], new ReSettings { CustomTypes = [.. RuleVocabulary.Types], EnableFormattedErrorMessage = false });
        _inputs =
        [
            .. candidates.Select((candidate, number) => new RuleParameter($"limit{number}", candidate.Row)),
            new("patient", _facts.Patient), new("visit", _facts.Visit), new("hospital", _facts.Hospital), new("item", _facts.Item),
            new("line", _facts.Line), new("use", _facts.Use), new("other", _facts.Other), new("prescription", _facts.Prescription),
            new("budget", _facts.Budget),
        ];
    }

    [Benchmark]
    public async Task<int> ExecuteAllRulesOfThePlainEngine() =>
        (await _plain.ExecuteAllRulesAsync("candidates", _inputs)).Count(result => result.IsSuccess);

    [Benchmark(Baseline = true)]
    public int EvaluateTwentyCandidates()
    {
        var found = 0;
        foreach (var candidate in _release.CandidatesFor(Item))
        {
            _facts.Limit = candidate.Row;
            if (candidate.InForce(Day) && (candidate.Rule.MissingInput(_facts) is not null || candidate.Rule.Matches(_facts)))
                found++;
        }
        return found;
    }

    private sealed class NoDrug : DrugFacts
    {
        public override Party? Counterpart => null;

        public override string OtherName => "";

        public override int? SupplyDays => null;

        public override bool EveryDay => false;

        public override decimal? FullDayDose(string unit) => null;

        public override decimal? SingleDose(string unit) => null;

        public override decimal? DailyDose(string unit) => null;

        public override bool SameNameInUse() => false;

        public override int KindsInUse() => 0;
    }

    private sealed class OneUse : UseFacts
    {
        public override decimal? OnDay() => 1;

        public override decimal? InHours(int hours) => 1;

        public override decimal? InDays(int days) => 1;

        public override decimal? InWeek() => 1;

        public override decimal? InMonth() => 1;

        public override decimal? InYear() => 1;

        public override decimal? EarlierInYear() => 0;

        public override decimal? InStay() => 1;

        public override decimal? UpToDay() => 1;

        public override decimal? InWindow(string window, int days) => 1;

        public override decimal OfPerItem(string window, int days) => 1;

        public override int DistinctDays() => 1;

        public override int DistinctDaysIn(int days) => 1;

        public override int SpanDays() => 1;

        public override int? DaysSinceLast() => null;
    }

    private sealed class NoOther : OtherFacts
    {
        public override Party? Counterpart => null;

        public override bool Within(string window) => false;

        public override bool? Missing(string window) => false;

        public override decimal? Quantity(string window) => 0;

        public override decimal? OwnQuantity(string window) => 0;

        public override int Kinds(string window) => 0;

        public override string Names(string window) => "";

        public override bool OwnOrder => true;

        public override bool? OrderedInstead => false;

        public override bool? UndiscountedWithin(string window) => false;

        public override decimal? OwnPriceShare => null;
    }

    private sealed class NoPrescription : PrescriptionFacts
    {
        public override bool? OnlyListedPieces => null;

        public override int? Pieces => null;

        public override decimal? GramsOfItem => null;

        public override decimal? GramsPerSet => null;

        public override decimal? Grams => null;
    }
}
