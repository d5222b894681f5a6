using CsCheck;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Facts at random, from ranges so narrow that limits are met, broken and hit exactly; anything unknown is unknown at times.</summary>
internal static class RandomFacts
{
    private static readonly Gen<decimal> Amount = Gen.Int[0, 12].Select(halves => halves / 2m);

    private static readonly Gen<string> AgeUnit = OneOf("岁", "月", "天");

    private static Gen<KnowledgeRow> Row(KnowledgeKind kind) => kind switch
    {
        >= KnowledgeKind.ExclusiveSets and <= KnowledgeKind.HerbPrescriptionLimits => RandomRelations.Row(kind),
        KnowledgeKind.SexLimits => OneOf("男", "女").Select(KnowledgeRow (sex) => new SexLimit { Sex = sex }),
        KnowledgeKind.AgeLimits => Gen.Select(Age, Age, AgeUnit, KnowledgeRow (min, max, unit) => new AgeLimit { MinAge = min, MaxAge = max, AgeUnit = unit }),
        KnowledgeKind.InsuranceLimits => OneOf("工伤", "生育", "职工、居民").Select(KnowledgeRow (types) => new InsuranceLimit { Insurance = types }),
        KnowledgeKind.FacilityLimits => Gen.Select(Level, Level, Level, OneOf(null, "中医", "专科、综合"), KnowledgeRow (low, high, specialist, types) =>
            new FacilityLimit { LowestLevel = low, HighestLevel = high, SpecialistLevel = specialist, Types = types }),
        KnowledgeKind.VisitLimits => Gen.Select(OneOf(null, "住院", "门诊、急诊"), OneOf(null, "互联网"), KnowledgeRow (allowed, denied) =>
            new VisitLimit { AllowedModes = allowed, DeniedModes = denied }),
        KnowledgeKind.FrequencyLimits => Gen.Select(Amount, OneOf("单日", "24小时", "周", "月", "N天", "单次住院"), KnowledgeRow (most, window) =>
            new FrequencyLimit { MaxQuantity = most, Window = window, PeriodDays = window == "N天" ? 14 : 0 }),
        KnowledgeKind.CourseLimits => Gen.Select(Days, Days, Days, OneOf("单次住院", "周期"), KnowledgeRow (days, span, interval, scope) =>
            new CourseLimit { MaxDays = days, MaxSpanDays = span, MinIntervalDays = interval, Scope = scope, PeriodDays = scope == "周期" ? 30 : 0 }),
        KnowledgeKind.ExclusivePairs => Window.Select(KnowledgeRow (window) => new ExclusivePair { OtherCode = "B", OtherName = "乙", Window = window }),
        KnowledgeKind.PriceCeilings => Gen.Select(Level, Amount, KnowledgeRow (level, most) => new PriceCeiling { Level = level, Ceiling = most }),
        KnowledgeKind.NotPayable => OneOf("单复方", "单方").Select(KnowledgeRow (mode) => new NotPayableItem { Mode = mode }),
        KnowledgeKind.Flags => Unknown(Amount).Select(KnowledgeRow (price) => new ItemFlag { Kind = "高值耗材", Text = "高值耗材", OverPrice = price }),
        KnowledgeKind.BudgetThresholds => Gen.Select(OneOf("标准成本", "支付标准"), OneOf(50m, 80m, 100m), KnowledgeRow (basis, percent) =>
            new BudgetThreshold { Basis = basis, Percent = percent }),
        KnowledgeKind.DiagnosisLimits => OneOf(null, "张三").Select(KnowledgeRow (coder) =>
            new DiagnosisLimit { Diagnoses = "脑梗死", Position = "任一诊断", Certainty = "确诊", CodedBy = coder }),
        _ => OneOf<KnowledgeRow>(new ProseLimit { RuleClass = "药品限适应症" }),
    };

    private static Gen<int?> Age => Gen.Frequency((1, OneOf<int?>([null])), (4, Gen.Int[0, 30].Select(age => (int?)age)));

    private static Gen<int?> Level => OneOf<int?>(null, 1, 2, 3);

    private static Gen<int?> Days => Gen.Frequency((1, OneOf<int?>([null])), (4, Gen.Int[1, 8].Select(days => (int?)days)));

    private static Gen<string> Window => OneOf("单日", "单次就诊", "6小时", "同一小时");

    public static Gen<RuleFacts> For(KnowledgeKind kind) =>
        Gen.Select(Row(kind), RandomRelations.Of(RandomRecord.Of(Functions)), Place, Numbers, (row, functions, place, numbers) => functions.Of(row, facts =>
        {
            place(facts);
            numbers(facts);
        }));

    private static Gen<CaseFacts> Functions =>
        Gen.Select(Amount.Array[6], Gen.Int[1, 9].Array[3], Days, OneOf(null, "单日", "单次就诊", "6小时", "同一小时"), OneOf<bool?>(null, true, false), (amounts, days, since, within, listed) => new CaseFacts
        {
            OnDayIs = amounts[0],
            InHoursIs = amounts[1],
            InDaysIs = amounts[2],
            InWeekIs = amounts[3],
            InMonthIs = amounts[4],
            InStayIs = amounts[5],
            DistinctDaysIs = days[0],
            DistinctDaysInIs = days[1],
            SpanDaysIs = days[2],
            DaysSinceLastIs = since,
            OtherWithin = within,
            OnlyListedPiecesIs = listed,
        });

    private static Gen<Action<RuleFacts>> Place =>
        Gen.Select(
            OneOf(null, "男", "女", "其他"), Age, OneOf(null, "住院", "门诊", "互联网"), OneOf(null, "职工", "工伤", "自费"), Level, OneOf(null, "中医", "综合", "专科"),
            Action<RuleFacts> (sex, age, mode, insurance, level, type) => facts =>
            {
                facts.Patient.Sex = sex;
                facts.Patient.AgeYears = age;
                facts.Patient.AgeMonths = age * 12;
                facts.Patient.AgeDays = age * 365;
                facts.Visit.Mode = mode;
                facts.Visit.Insurance = insurance;
                facts.Hospital.Level = level;
                facts.Hospital.Type = type;
            });

    private static Gen<Action<RuleFacts>> Numbers =>
        Gen.Select(Unknown(Amount), Unknown(Amount), Unknown(Amount), Unknown(Amount), Action<RuleFacts> (price, before, added, standard) => facts =>
        {
            facts.Line.UnitPrice = price;
            facts.Budget.Before = before;
            facts.Budget.After = before + added;
            facts.Budget.StandardCost = standard;
            facts.Budget.PaymentStandard = standard;
        });

    private static Gen<decimal?> Unknown(Gen<decimal> gen) => Gen.Frequency((1, OneOf<decimal?>([null])), (6, gen.Select(value => (decimal?)value)));

    internal static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
