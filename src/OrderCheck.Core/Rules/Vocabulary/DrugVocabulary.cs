using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rule text may read of drug orders and of the rows about them.</summary>
internal static class DrugVocabulary
{
    public static IEnumerable<VocabularyEntry> Facts() =>
    [
        RuleVocabulary.Fact("drug", (DrugFacts d) => d.SingleDose(""), null, "单次剂量", "一次执行的剂量，单位由限定给出", true),
        RuleVocabulary.Fact("drug", (DrugFacts d) => d.DailyDose(""), null, "日剂量", "使用当天限定所指药品全部医嘱的剂量，单位由限定给出", true),
        RuleVocabulary.Fact("drug", (DrugFacts d) => d.SupplyDays, "天", "开药天数", "医嘱天数，或数量除以每日用量，取多者", true),
        RuleVocabulary.Fact("drug", (DrugFacts d) => d.SameNameInUse(), null, "同通用名在用", "用药期间是否另有同通用名的医嘱在用（皮试、重整、会诊续开不计）", false),
        RuleVocabulary.Fact("drug", (DrugFacts d) => d.KindsInUse(), "种", "同类在用种数", "使用当时同类在用的通用名数，含本次", false),
        RuleVocabulary.Fact("drug", (DrugFacts d) => d.OtherName, null, "另一药品", "与之重复的另一药品", false),
        RuleVocabulary.Fact("patient", (PatientFacts p) => p.WeightKg, "kg", "体重", "最近一次测量的体重；新生儿无测量的取出生体重", true),
        RuleVocabulary.Fact("line", (LineFacts l) => l.Route, null, "给药途径", "医院的给药途径代码", true),
        RuleVocabulary.Fact("line", (LineFacts l) => l.SkinTest, null, "皮试", "是否皮试", false),
        RuleVocabulary.Fact("line", (LineFacts l) => l.LongPrescription, null, "长期处方", "是否长期（慢病）处方", false),
    ];

    public static IEnumerable<VocabularyEntry> Limits() =>
    [
        LimitVocabulary.Fact((DoseLimit r) => r.DoseUnit, null, "剂量单位", "g、mg、IU等"),
        LimitVocabulary.Fact((DoseLimit r) => r.PerKg, null, "按体重", "剂量是否按每公斤体重"),
        LimitVocabulary.Fact((DoseLimit r) => r.MaxSingle, null, "单次最大剂量", "一次执行的最大剂量"),
        LimitVocabulary.Fact((DoseLimit r) => r.MinSingle, null, "单次最小剂量", "一次执行的最小剂量"),
        LimitVocabulary.Fact((DoseLimit r) => r.MaxDaily, null, "每日最大剂量", "一天的最大剂量"),
        LimitVocabulary.Fact((DoseLimit r) => r.MinAge, null, "最小年龄", "含该年龄"),
        LimitVocabulary.Fact((DoseLimit r) => r.MaxAge, null, "最大年龄", "含该年龄"),
        LimitVocabulary.Fact((DoseLimit r) => r.AgeUnit, null, "年龄单位", "岁、月或天"),
        LimitVocabulary.Fact((DoseLimit r) => r.MinWeight, "kg", "最低体重", "含该体重"),
        LimitVocabulary.Fact((DoseLimit r) => r.MaxWeight, "kg", "最高体重", "不含该体重"),
        LimitVocabulary.Fact((DoseLimit r) => r.Routes, null, "适用给药途径", "医院的给药途径代码；无则不分途径"),
        LimitVocabulary.Fact((DoseLimit r) => r.HasRoute(""), null, "给药途径符合", "限定是否适用于该给药途径"),
        LimitVocabulary.Fact((DoseLimit r) => r.Band, null, "适用人群", "限定适用的年龄和体重范围"),
        LimitVocabulary.Fact((DuplicateLimit r) => r.Level, null, "重复级别", "同通用名或同类"),
        LimitVocabulary.Fact((DuplicateLimit r) => r.ClassName, null, "药品类别", "质子泵抑制剂等"),
        LimitVocabulary.Fact((DuplicateLimit r) => r.MaxKinds, "种", "同类最多种数", "同时使用的通用名最多种数"),
        LimitVocabulary.Fact((DuplicateLimit r) => r.CombinedItems, null, "含该类成分的复方", "另有编码的复方制剂"),
        LimitVocabulary.Fact((DuplicateLimit r) => r.ExceptItems, null, "除外项目", "溶媒等不计的项目"),
        LimitVocabulary.Fact((SupplyLimit r) => r.MaxDays, "天", "最大开药天数", "一张处方最多开药天数"),
        LimitVocabulary.Fact((SupplyLimit r) => r.Prescription, null, "处方类型", "门诊、急诊、互联网、出院带药或长期处方"),
    ];
}
