using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rules about charges against stay, order and payer may read, and the rows that they apply.</summary>
internal static class ConductVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() =>
    [
        RuleVocabulary.Fact("order", (ChargedOrderFacts o) => o.Exists, null, "有医嘱", "该费用有无有效医嘱；医嘱未上报则未知", true),
        RuleVocabulary.Fact("order", (ChargedOrderFacts o) => o.IsNamed, null, "写明医嘱", "费用写明了所执行的医嘱，且该医嘱已上报", false),
        RuleVocabulary.Fact("order", (ChargedOrderFacts o) => o.Planned, null, "医嘱数量", "截至当天医嘱应收的累计数量", true),
        RuleVocabulary.Fact("order", (ChargedOrderFacts o) => o.Charged, null, "已收数量", "截至当天已收费的累计数量，扣除退费，含本次", false),
        RuleVocabulary.Fact("order", (ChargedOrderFacts o) => o.DaysAfterEnd, "天", "医嘱停止后天数", "医嘱停止、作废后第几天收费；未停止为0", false),
        RuleVocabulary.Fact("payer", (PayerFacts p) => p.From, null, "原费别", "变更前的险种；未变更或入院时未登记则无", true),
        RuleVocabulary.Fact("payer", (PayerFacts p) => p.To, null, "现费别", "变更后的险种；未变更则无", true),
        RuleVocabulary.Fact("payer", (PayerFacts p) => p.Since, null, "变更生效日", "现费别自哪天起生效；未变更则无", true),
        RuleVocabulary.Fact("payer", (PayerFacts p) => p.Lines, "笔", "受影响的费用笔数", "按原费别收费、应按现费别重新审核的费用", false),
        RuleVocabulary.Fact("payer", (PayerFacts p) => p.Amount, "元", "受影响的费用金额", "按原费别收费、应按现费别重新审核的金额", false),
        RuleVocabulary.Fact("payer", (PayerFacts p) => p.FirstSince, null, "变更后首次收费", "费别变更后尚未收过费；出院前审核时恒为真", false),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.DaysOutside(""), "天", "超出住院期间天数", "计费日在入院前、出院后或请假期间，且超出允许天数时为相差的天数，否则为0", false),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.WindowDays(""), "天", "允许天数", "该项目和医疗类别在入院前、出院后或请假期间允许的天数", false),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.Boundary(""), null, "住院期间界限", "入院日期、出院日期或请假起始日期", true),
        RuleVocabulary.Fact("stay", (StayFacts s) => s.ChargedOn, null, "计费日期", "该费用发生的日历日", true),
        Row((StayWindow r) => r.Side, null, "时段", "入院前、出院后或请假"),
        Row((StayWindow r) => r.Days, "天", "允许天数", "该时段内允许计费的天数"),
        Row((StayWindow r) => r.MedTypes, null, "适用医疗类别", "适用的医疗类别代码；无则不分类别"),
        Row((StayWindow r) => r.Purpose, null, "允许的情形", "入院前检查、急诊等"),
        Row((ChargeOrderNeed r) => r.Kinds, null, "须有医嘱的类别", "药品、饮片、项目、耗材；无则不分类别；写明了医嘱的费用不论类别，医嘱作废、停止后都查"),
        Row((ChargeOrderNeed r) => r.AppliesTo(""), null, "类别适用", "该类项目是否须有医嘱"),
        Row((FeeTypeChange r) => r.To, null, "变更为", "变更后的险种；无则任一险种"),
        Row((FeeTypeChange r) => r.AppliesTo(""), null, "变更适用", "变更为该险种时是否重新审核"),
    ];

    private static VocabularyEntry Row<TRow, TValue>(Expression<Func<TRow, TValue>> read, string? unit, string label, string meaning)
        where TRow : KnowledgeRow =>
        RuleVocabulary.Fact(RuleVocabulary.Limit, read, unit, label, meaning, canBeMissing: false);
}
