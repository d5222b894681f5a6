using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Grouping.Reasons;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>
/// A second interpreter, as naive as can be: it walks the rules as written over plain lists of codes. It knows nothing of
/// ordinals and bits, and takes only the order of the rows and which are switched off from the scheme.
/// </summary>
internal sealed class Referee
{
    private readonly GroupingScheme _scheme;
    private readonly ILookup<string, string> _sets;
    private readonly Dictionary<string, (string Level, string Exclusion)> _complications;
    private readonly ILookup<string, string> _exclusions;
    private readonly Dictionary<string, string> _map;
    private readonly HashSet<string> _known;

    public Referee(GroupingScheme scheme, IReadOnlyList<RuleFile> files)
    {
        _scheme = scheme;
        var sets = Rows(files, SchemeFiles.Sets);
        _sets = sets.ToLookup(row => row[0], row => row[1]);
        var complications = Rows(files, SchemeFiles.Complications);
        _complications = complications.ToDictionary(row => row[0], row => (row[1], row[2]));
        var exclusions = Rows(files, SchemeFiles.Exclusions);
        _exclusions = exclusions.ToLookup(row => row[0], row => row[1]);
        _map = Rows(files, SchemeFiles.DiagnosisMap).Concat(Rows(files, SchemeFiles.ProcedureMap)).DistinctBy(row => row[0]).ToDictionary(row => row[0], row => row[1]);
        _known = [.. sets.Select(row => row[1]), .. complications.Select(row => row[0]), .. exclusions.Select(row => row[1]),
            .. Rows(files, SchemeFiles.Diagnoses).Select(row => row[0]), .. Rows(files, SchemeFiles.Procedures).Select(row => row[0])];
    }

    public string Group(GroupingCase patient)
    {
        patient = Mapped(patient);
        if (patient.Diagnoses.IsEmpty || !_known.Contains(patient.Diagnoses[0]))
            return "0000";
        foreach (var mdc in _scheme.Mdcs.Where(row => Holds(row, patient)))
            foreach (var adrg in mdc.Adrgs.Where(row => Holds(row, patient)))
                return adrg.Drgs.FirstOrDefault(row => Holds(row, patient))?.Code ?? "0000";
        return "0000";
    }

    /// <summary>Follows an explanation's own rows, each decided anew.</summary>
    public string Replay(GroupExplanation reasons, GroupingCase patient)
    {
        patient = Mapped(patient);
        foreach (var (row, held) in reasons.Tried)
            if (Holds(row, patient) != held)
                return $"{row.Code} was said to be {held}";
        return reasons.Tried is [.., { Row: DrgRow last, Held: true }] ? last.Code : "0000";
    }

    private bool Holds(SchemeRow row, GroupingCase patient) => !row.IsOff && Holds(row.Node, patient);

    private bool Holds(RuleNode rule, GroupingCase patient) => rule switch
    {
        RuleNode.Always => true,
        RuleNode.All all => all.Parts.All(part => Holds(part, patient)),
        RuleNode.Any any => any.Parts.Any(part => Holds(part, patient)),
        RuleNode.Not not => !Holds(not.Part, patient),
        RuleNode.Membership membership => Codes(membership.Variables, patient).Any(code => membership.Sets.Any(set => IsIn(code, set.Name, patient))),
        RuleNode.HitCount count => Compare(
            Codes(count.Variables, patient).Distinct().Count(code => count.Sets.Any(set => IsIn(code, set.Name, patient))), count.Comparison, count.Value),
        RuleNode.Number number => NumberOf(number.Variable, patient) is { } value && Compare(value, number.Comparison, number.Value),
        _ => throw new InvalidOperationException(),
    };

    private bool IsIn(string code, string set, GroupingCase patient)
    {
        if (set is "MCC" or "CC")
            return _complications.TryGetValue(code, out var entry) && entry.Level == set && !_exclusions[entry.Exclusion].Contains(patient.Diagnoses[0]);
        var list = set == "OP_ALL" && _scheme.Switches.OpAllSet != PolicySwitches.OwnOpAll ? SchemeFiles.OtherOpAll + _scheme.Switches.OpAllSet : set;
        return _sets[list].Contains(code);
    }

    private static IEnumerable<string> Codes(CodeVariables variables, GroupingCase patient) =>
    [
        .. variables.HasFlag(CodeVariables.PrincipalDiagnosis) ? patient.Diagnoses.Take(1) : [],
        .. variables.HasFlag(CodeVariables.OtherDiagnoses) ? patient.Diagnoses.Skip(1) : [],
        .. variables.HasFlag(CodeVariables.PrincipalProcedure) ? patient.Procedures.Take(1) : [],
        .. variables.HasFlag(CodeVariables.OtherProcedures) ? patient.Procedures.Skip(1) : [],
    ];

    private static int? NumberOf(CaseNumbers variable, GroupingCase patient) => variable switch
    {
        CaseNumbers.AgeYears => patient.AgeYears,
        CaseNumbers.AgeDays => patient.AgeDays ?? (patient.AgeYears >= 1 ? patient.AgeYears * 365 : null),
        CaseNumbers.BirthWeight => patient.BirthWeightGrams,
        CaseNumbers.StayDays => patient.StayDays,
        _ => (int)patient.Sex is 1 or 2 ? (int)patient.Sex : null,
    };

    private static bool Compare(int value, Comparison comparison, int with) => comparison switch
    {
        Comparison.Equal => value == with,
        Comparison.Less => value < with,
        Comparison.LessOrEqual => value <= with,
        Comparison.Greater => value > with,
        _ => value >= with,
    };

    private GroupingCase Mapped(GroupingCase patient) => patient with
    {
        Diagnoses = [.. patient.Diagnoses.Select(Mapped)],
        Procedures = [.. patient.Procedures.Select(Mapped)],
    };

    private string Mapped(string code) => !_known.Contains(code) && _map.TryGetValue(code, out var insurance) ? insurance : code;

    private static List<IReadOnlyList<string>> Rows(IReadOnlyList<RuleFile> files, string name) =>
        [.. CsvRow.ReadAll(files.FirstOrDefault(file => file.Path == name)?.Text ?? "").Select(row => row.Fields).Where(row => !row[0].StartsWith('#')).Skip(1)];
}
