using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rules about treatments of body sites, points and courses may read, and about who did them and with what.</summary>
internal static class SiteVocabulary
{
    public const string Subject = "site";

    public static IEnumerable<VocabularyEntry> Entries() =>
    [
        Site(s => s.Ordered, null, "医嘱部位（穴位）", "医嘱的部位或穴位，由限定给出；未填则未知"),
        Site(s => s.Charged, null, "收费部位（穴位）", "费用的部位或穴位；未填则未知"),
        Site(s => s.OrderedCount, null, "医嘱部位（穴位、野）数", "医嘱每次的部位、穴位或照射野数；计价单位即按其计时为当天应收的计价数量"),
        Site(s => s.ChargedCount, null, "收费部位（穴位、野）数", "费用的部位、穴位或照射野数；计价单位即按其计时为当天该医嘱已收的计价数量，含本次"),
        Site(s => s.OrderedExecutions, "次", "医嘱疗程次数", "医嘱一个疗程的次数；未填则未知"),
        Site(s => s.ChargedExecutions, "次", "已收次数", "截至当天该医嘱已收费的次数，扣除退费，含本次"),
        Site(s => s.OrderedCourse, null, "医嘱疗程序号", "医嘱为第几疗程；未填则未知"),
        Site(s => s.ChargedCourse, null, "收费疗程序号", "费用记在第几疗程；未填则未知"),
        RuleVocabulary.Fact("signer", (SignerFacts s) => s.DoerHolds(""), null, "执行者资质", "执行者（费用未填则为开单医师）是否有该资质，取自医院人员字典", true),
        RuleVocabulary.Fact("line", (LineFacts l) => l.IssuedAsBilled, null, "出库项目", "库房发出的是否即收费项目；未填或编码无对照则未知", true),
        RuleVocabulary.Fact("line", (LineFacts l) => l.IssuedName, null, "出库项目名称", "库房发出的项目", false),
        RuleVocabulary.Fact("line", (LineFacts l) => l.UsedAsBilled, null, "使用项目", "手术记录或扫码登记使用的是否即收费项目；未填或编码无对照则未知", true),
        RuleVocabulary.Fact("line", (LineFacts l) => l.UsedName, null, "使用项目名称", "手术记录或扫码登记使用的项目", false),
        RuleVocabulary.Fact("patient", (PatientFacts p) => p.HeightCm, "cm", "身高", "最近一次测量的身高", true),
        LimitVocabulary.Fact((SiteNeed r) => r.What, null, "计数对象", "部位、穴位或照射野"),
        LimitVocabulary.Fact((SiteNeed r) => r.Place, null, "比对对象", "部位或穴位"),
        LimitVocabulary.Fact((SiteNeed r) => r.PerUnit, null, "每计价单位个数", "一个计价单位含几个部位、穴位或照射野；无则按次计价"),
        LimitVocabulary.Fact((SiteNeed r) => r.CountedIn, null, "计数单位", "个，或计价单位"),
        LimitVocabulary.Fact((SiteNeed r) => r.Covers("", ""), null, "部位均在医嘱中", "收费的部位或穴位是否都在医嘱之中"),
        LimitVocabulary.Fact((LicenceLimit r) => r.OfPractice, null, "为执业类别", "所需的是执业类别，而不是处方权"),
        LimitVocabulary.Fact((SwapPair r) => r.Against, null, "比对依据", "医嘱、出库或使用"),
        LimitVocabulary.Fact((DoseLimit r) => r.PerM2, null, "按体表面积", "剂量是否按每平方米体表面积"),
        LimitVocabulary.Fact((DoseLimit r) => r.MinDaily, null, "每日最小剂量", "一天的最小治疗剂量"),
        LimitVocabulary.Fact((DoseLimit r) => r.SurfaceM2(null, null), null, "体表面积", "由身高、体重按Mosteller公式计算的体表面积（m²）"),
        RuleVocabulary.Fact("drug", (DrugFacts d) => d.EveryDay, null, "每日用药", "医嘱频次为每日一次或多次、连日使用，皮试、一次性医嘱除外", false),
        RuleVocabulary.Fact("drug", (DrugFacts d) => d.FullDayDose(""), null, "整日剂量", "按频次的全天剂量，限定所指药品当天全部医嘱合计", true),
    ];

    private static VocabularyEntry Site<TValue>(Expression<Func<SiteFacts, TValue>> read, string? unit, string label, string meaning) =>
        RuleVocabulary.Fact(Subject, read, unit, label, meaning, true);
}
