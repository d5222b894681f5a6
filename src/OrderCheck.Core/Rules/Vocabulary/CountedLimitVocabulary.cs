using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rule text may read of limits on how much is used.</summary>
internal static class CountedLimitVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() =>
    [
        LimitVocabulary.Fact((CountedLimit r) => r.Measure, null, "计数方式", "数量、金额或剂量"),
        LimitVocabulary.Fact((CountedLimit r) => r.Unit, null, "上限单位", "计数单位"),
        LimitVocabulary.Fact((CountedLimit r) => r.CombinedItems, null, "合并计算的项目", "与本项目合用一个上限的项目编码或编码前缀"),
        LimitVocabulary.Fact((CountedLimit r) => r.CombinedName, null, "合并计算的名称", "合用一个上限的项目的总称；无则只计本项目"),
        LimitVocabulary.Fact((FrequencyLimit r) => r.Per, null, "上限的乘数", "住院天数或项目；无则上限为定数"),
        LimitVocabulary.Fact((FrequencyLimit r) => r.PerItem, null, "对应项目编码", "上限随其数量而定的项目"),
        LimitVocabulary.Fact((FrequencyLimit r) => r.PerItemName, null, "对应项目", "上限随其数量而定的项目"),
        LimitVocabulary.Fact((TotalLimit r) => r.MaxAmount, "元", "限定总额", "最高支付金额"),
        LimitVocabulary.Fact((TotalLimit r) => r.Window, null, "时间窗", "单次住院或年"),
    ];
}
