using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rules about the conduct of a whole stay apply: readmission.</summary>
internal static class StayConductVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() =>
    [
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Scope, null, "再入院口径", "任意、同科室、同病组、同诊断或未了事项"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Days, "天", "再入院天数", "出院后多少天内再入院时提示，含当天"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Insurances, null, "适用险种", "只对这些险种提示；无则不分险种"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.AppliesTo(""), null, "险种适用", "该险种是否适用"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Advice, null, "处理建议", "提示时告诉登记人员的话"),
    ];
}
