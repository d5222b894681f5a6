using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rules about the conduct of a whole stay read and apply: readmission, antibacterials around operations.</summary>
internal static class StayConductVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() =>
    [
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Scope, null, "再入院口径", "任意、同科室、同病组、同诊断、频繁住院、频繁门诊、频繁购药或未了事项"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.MostStays, "次", "次数上限", "频繁住院、频繁门诊、频繁购药：若干天内超过多少次时提示，含本次；其他口径无"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Days, "天", "再入院天数", "出院后多少天内再入院时提示，含当天"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Insurances, null, "适用险种", "只对这些险种提示；无则不分险种"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.AppliesTo(""), null, "险种适用", "该险种是否适用"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Fallback, null, "病组未知时", "主要诊断：病组未知的按主要诊断类目判断；无则未能判断"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.AtDischarge, null, "出院前再查", "出院前本次病组已知时再查一次；否则只在入院登记时查"),
        LimitVocabulary.Fact((ReadmissionWindow r) => r.Advice, null, "处理建议", "提示时告诉登记人员的话"),
        LimitVocabulary.Fact((StaySign r) => r.Sign, null, "线索", "挂床：没有收费的天数；压床：连续等待的天数；低标准入院：没有治疗"),
        LimitVocabulary.Fact((StaySign r) => r.MostDays, "天", "天数上限", "挂床、压床：超过多少天时提示"),
        LimitVocabulary.Fact((StaySign r) => r.Items, null, "所列项目", "挂床、压床：人不在、只等待时也会收的项目，无则任何收费都算；低标准入院：算作治疗的项目"),
        LimitVocabulary.Fact((StaySign r) => r.Name, null, "所列项目名称", "同上，给读者看"),
        LimitVocabulary.Fact((StaySign r) => r.Insurances, null, "适用险种", "只对这些险种提示；无则不分险种"),
        LimitVocabulary.Fact((StaySign r) => r.AppliesTo(""), null, "险种适用", "该险种是否适用"),
        LimitVocabulary.Fact((StaySign r) => r.Advice, null, "处理建议", "提示时告诉医保办的话"),
        RuleVocabulary.Fact("operation", (OperationFacts o) => o.MinutesBefore(""), "分钟", "术前分钟数", "用药至24小时内下一次所列手术开始的分钟数；没有则为0，手术只有日期没有时刻则未知", true),
        RuleVocabulary.Fact("operation", (OperationFacts o) => o.HoursAfter(""), "小时", "术后小时数", "7天内上一次所列手术结束至用药的小时数；结束时间未知则自开始算起，只有日期则自当天结束算起；没有则为0", false),
        RuleVocabulary.Fact("operation", (OperationFacts o) => o.Since(""), null, "术后起算", "术后小时数自手术结束、手术开始还是计划开始算起", false),
        RuleVocabulary.Fact("operation", (OperationFacts o) => o.TooShortBefore("", 0), null, "术前不足", "用药至所列手术开始不足所写分钟数，含同时；手术只有日期没有时刻则未知", true),
        RuleVocabulary.Fact("operation", (OperationFacts o) => o.MinutesAfter(""), "分钟", "切开后分钟数", "24小时内上一次所列手术开始至用药的分钟数；没有则为0，手术只有日期没有时刻则未知", true),
        RuleVocabulary.Fact("operation", (OperationFacts o) => o.GivenBefore("", ""), null, "术前用过", "该次手术开始前24小时内用过或计划用编码以所写字符开头的项目", false),
        RuleVocabulary.Fact("operation", (OperationFacts o) => o.Near(""), null, "围手术期", "用药是否在所列手术前24小时至后48小时内", false),
        RuleVocabulary.Fact("operation", (OperationFacts o) => o.Infected(""), null, "有感染诊断", "是否记录了所列感染诊断；有则为治疗用药", false),
        LimitVocabulary.Fact((PerioperativeAntibiotic r) => r.Procedures, null, "手术操作编码", "所限手术的编码"),
        LimitVocabulary.Fact((PerioperativeAntibiotic r) => r.Operation, null, "手术", "所限手术的名称"),
        LimitVocabulary.Fact((PerioperativeAntibiotic r) => r.Incision, null, "切口类别", "Ⅰ清洁、Ⅱ清洁-污染或Ⅲ污染"),
        LimitVocabulary.Fact((PerioperativeAntibiotic r) => r.Usable, null, "可作预防用药", "否则不宜用于预防"),
        LimitVocabulary.Fact((PerioperativeAntibiotic r) => r.MostMinutesBefore, "分钟", "术前最早分钟数", "切开前至多多少分钟给药；无则不限"),
        LimitVocabulary.Fact((PerioperativeAntibiotic r) => r.LeastMinutesBefore, "分钟", "术前最晚分钟数", "切开前至少多少分钟给药；无则不限"),
        LimitVocabulary.Fact((PerioperativeAntibiotic r) => r.MostHoursAfter, "小时", "预防用药时限", "自手术结束起至多多少小时，结束时间未知则自开始起；无则不限"),
        LimitVocabulary.Fact((PerioperativeAntibiotic r) => r.Infections, null, "感染诊断编码", "有这些诊断时为治疗用药"),
    ];
}
