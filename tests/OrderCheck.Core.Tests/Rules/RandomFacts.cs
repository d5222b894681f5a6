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
        KnowledgeKind.FrequencyLimits => Gen.Select(Amount, OneOf("单日", "24小时", "周", "月", "年", "N天", "单次住院"), OneOf(null, "住院天数", "项目"), KnowledgeRow (most, window, per) =>
            new FrequencyLimit { MaxQuantity = most, Window = window, PeriodDays = window == "N天" ? 14 : 0, Per = per }),
        KnowledgeKind.TotalLimits => Gen.Select(Amount, OneOf("单次住院", "年"), KnowledgeRow (most, window) => new TotalLimit { MaxAmount = most, Window = window }),
        KnowledgeKind.DoseLimits => Gen.Select(
            Gen.Select(Unknown(Amount), Unknown(Amount), Unknown(Amount), Gen.Int[0, 2], Unknown(Amount)), Gen.Select(OneOf<int?>(null, 0, 5), Age, OneOf("岁", "岁", "月"), OneOf<decimal?>(null, null, 1), OneOf(null, null, "po", "iv、im")),
            KnowledgeRow (dose, band) => new DoseLimit
            {
                DoseUnit = "mg",
                MaxSingle = dose.Item1,
                MinSingle = dose.Item2,
                MaxDaily = dose.Item3,
                PerKg = dose.Item4 == 1,
                PerM2 = dose.Item4 == 2,
                MinDaily = dose.Item5,
                MinAge = band.Item1,
                MaxAge = band.Item2 + 30,
                AgeUnit = band.Item3,
                MinWeight = band.Item4,
                MaxWeight = band.Item4 + 4,
                Routes = band.Item5,
            }),
        KnowledgeKind.DuplicateLimits => Gen.Select(OneOf("同通用名", "同类"), Gen.Int[1, 3], KnowledgeRow (level, kinds) => new DuplicateLimit { Level = level, MaxKinds = kinds }),
        KnowledgeKind.SupplyLimits => Gen.Select(Gen.Int[1, 3], OneOf("门诊", "急诊", "出院带药", "长期处方"), KnowledgeRow (days, prescription) =>
            new SupplyLimit { MaxDays = days, Prescription = prescription }),
        KnowledgeKind.CourseLimits => Gen.Select(Days, Days, Days, OneOf("单次住院", "周期"), KnowledgeRow (days, span, interval, scope) =>
            new CourseLimit { MaxDays = days, MaxSpanDays = span, MinIntervalDays = interval, Scope = scope, PeriodDays = scope == "周期" ? 30 : 0 }),
        KnowledgeKind.ExclusivePairs => Window.Select(KnowledgeRow (window) => new ExclusivePair { OtherCode = "B", OtherName = "乙", Window = window }),
        KnowledgeKind.PriceCeilings => Gen.Select(Level, Amount, OneOf(PriceCeiling.Highest, PriceCeiling.PayStandard), KnowledgeRow (level, most, kind) =>
            new PriceCeiling { Kind = kind, Level = level, Ceiling = most }),
        KnowledgeKind.NotPayable => OneOf("单复方", "单方", "自费").Select(KnowledgeRow (mode) => new NotPayableItem { Mode = mode }),
        KnowledgeKind.Flags => Unknown(Amount).Select(KnowledgeRow (price) => new ItemFlag { Kind = "高值耗材", Text = "高值耗材", OverPrice = price }),
        KnowledgeKind.BudgetThresholds => Gen.Select(OneOf("标准成本", "支付标准"), OneOf(50m, 80m, 100m), KnowledgeRow (basis, percent) =>
            new BudgetThreshold { Basis = basis, Percent = percent }),
        KnowledgeKind.SiteNeeds => RandomSites.Row,
        _ when RandomStay.Row(kind) is { } row => row,
        _ => RandomRecord.Row(kind) ?? OneOf<KnowledgeRow>(new ProseLimit { RuleClass = "药品限适应症" }),
    };

    private static Gen<int?> Age => Gen.Frequency((1, OneOf<int?>([null])), (4, Gen.Int[0, 30].Select(age => (int?)age)));

    private static Gen<int?> Level => OneOf<int?>(null, 1, 2, 3);

    private static Gen<int?> Days => Gen.Frequency((1, OneOf<int?>([null])), (4, Gen.Int[1, 8].Select(days => (int?)days)));

    private static Gen<string> Window => OneOf("单日", "单次就诊", "6小时", "同一小时");

    public static Gen<RuleFacts> For(KnowledgeKind kind) =>
        Gen.Select(Row(kind), RandomRelations.Of(RandomRecord.Of(Functions)), Place, Numbers, RandomRecord.Values, RandomStay.Facts, RandomSites.Facts, (row, functions, place, numbers, record, stay, sites) => functions.Of(row, facts =>
        {
            stay(facts);
            sites(facts);
            place(facts);
            numbers(facts);
            record(facts);
        }));

    private static Gen<CaseFacts> Functions =>
        Gen.Select(Unknown(Amount).Array[12], Gen.Int[1, 9].Array[3], Days, OneOf(null, "单日", "单次就诊", "6小时", "同一小时"), OneOf<bool?>(null, true, false), (amounts, days, since, within, listed) => new CaseFacts
        {
            OnDayIs = amounts[0],
            InHoursIs = amounts[1],
            InDaysIs = amounts[2],
            InWeekIs = amounts[3],
            InMonthIs = amounts[4],
            InStayIs = amounts[5],
            InYearIs = amounts[6],
            EarlierInYearIs = amounts[7],
            UpToDayIs = amounts[8],
            InWindowIs = amounts[9],
            OfPerItemIs = days[0] / 2m,
            SingleDoseIs = amounts[10],
            DailyDoseIs = amounts[11],
            SupplyDaysIs = since,
            SameNameInUseIs = listed ?? false,
            KindsInUseIs = days[1],
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
                facts.Visit.InpatientDays = level;
                facts.Visit.Insurance = insurance;
                facts.Hospital.Level = level;
                facts.Hospital.Type = type;
            });

    private static Gen<Action<RuleFacts>> Numbers =>
        Gen.Select(Unknown(Amount), Unknown(Amount), Unknown(Amount), Unknown(Amount), Action<RuleFacts> (price, before, added, standard) => facts =>
        {
            facts.Line.UnitPrice = price;
            facts.Line.Route = price > 3 ? "po" : price > 1 ? "im" : null;
            facts.Line.SkinTest = price == 2;
            facts.Line.DischargeMedication = added > 4;
            facts.Line.LongPrescription = before > 2;
            facts.Patient.WeightKg = before;
            facts.Patient.HeightCm = added * 30;
            facts.Budget.Before = before;
            facts.Budget.After = before + added;
            facts.Budget.StandardCost = standard;
            facts.Budget.PaymentStandard = standard;
        });

    private static Gen<decimal?> Unknown(Gen<decimal> gen) => Gen.Frequency((1, OneOf<decimal?>([null])), (6, gen.Select(value => (decimal?)value)));

    internal static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
