using System.Linq.Expressions;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rule text may read of the patient's other encounters.</summary>
internal static class HistoryVocabulary
{
    public const string Subject = "history";

    public static IEnumerable<VocabularyEntry> Entries() => [.. OfItem(), .. OfStays()];

    private static IEnumerable<VocabularyEntry> OfItem() =>
    [
        Fact(h => h.OnDay(), null, "当日用量（含其他就诊）", "使用当天在各次就诊中的累计数量，含本次"),
        Fact(h => h.InDays(0), null, "连续天数内用量（含其他就诊）", "含使用当天的任意连续若干天内在各次就诊中的最大累计数量，含本次"),
        Fact(h => h.InWeek(), null, "本周用量（含其他就诊）", "周一至周日在各次就诊中的累计数量，含本次"),
        Fact(h => h.InMonth(), null, "本月用量（含其他就诊）", "自然月在各次就诊中的累计数量，含本次"),
        Fact(h => h.InYear(), null, "本年用量（含其他就诊）", "自然年在各次就诊中的累计数量，含本次"),
        Fact(h => h.DistinctDaysIn(0), "天", "周期内使用天数（含其他就诊）", "截至使用当天的若干天内在各次就诊中使用过的天数"),
        Fact(h => h.DistinctDaysInYear(), "天", "本年使用天数（含其他就诊）", "自然年内截至使用当天在各次就诊中使用过的天数"),
        Fact(h => h.DaysSinceLast(), "天", "距上次使用天数（含其他就诊）", "与各次就诊中上一次使用相隔的天数；从未用过为36500"),
        Fact(h => h.UsedElsewhere("", 0), null, "既往就诊用过", "使用当天及此前若干天内，其他就诊是否用过所列项目中的任何一项"),
    ];

    private static IEnumerable<VocabularyEntry> OfStays() =>
    [
        Fact(h => h.CostInYear(), "元", "本年累计费用", "自然年内各次就诊已发生的全部费用"),
        Fact(h => h.DaysSinceDischarge(), "天", "距上次出院天数", "上次住院出院至本次入院的天数；此前未住院为36500"),
        Fact(h => h.DaysSinceDischargeFromDepartment(), "天", "距同科室上次出院天数", "上次从同一科室出院至本次入院的天数；没有则为36500"),
        Fact(h => h.DaysSinceDischargeFromGroupOr(""), "天", "距同病组上次出院天数", "同上；病组未知的，所写为主要诊断时按主要诊断类目（三位码）判断，所写为空时未知"),
        Fact(h => h.DaysSinceDischargeFromGroup(), "天", "距同病组上次出院天数", "上次同一病组出院至本次入院的天数；没有则为36500"),
        Fact(h => h.DaysSinceDischargeWithDiagnosis(), "天", "距同诊断上次出院天数", "上次主要诊断属同一类目（ICD-10前三位）的住院出院至本次入院的天数；没有则为36500"),
        Fact(h => h.StaysIn(0), "次", "若干天内住院次数", "本次住院，加上入院前若干天内出院的住院次数；本次不是住院则为0"),
        Fact(h => h.VisitsIn(0), "次", "若干天内门诊次数", "本次门诊、急诊或互联网就诊，加上此前若干天内的同类就诊次数；本次为住院则为0"),
        Fact(h => h.PurchasesIn(0), "次", "若干天内购药次数", "同上，只计收有药费的就诊；本次没有药费则为0"),
        Fact(h => h.OpenItems, null, "上次住院未了事项", "上次住院未结算、未停医嘱、未审核明细；没有则为空"),
    ];

    private static VocabularyEntry Fact<TValue>(Expression<Func<HistoryFacts, TValue>> read, string? unit, string label, string meaning) =>
        RuleVocabulary.Fact(Subject, read, unit, label, meaning, canBeMissing: true);
}
