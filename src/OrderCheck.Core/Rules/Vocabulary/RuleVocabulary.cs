using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>Everything that rule text and messages may read, in one table: what is not here, a rule cannot reach.</summary>
public static class RuleVocabulary
{
    /// <summary>The name of the knowledge row's parameter, whose type depends on the rule.</summary>
    public const string Limit = "limit";

    /// <summary>The other parameters, in the order in which rules are compiled.</summary>
    public static IReadOnlyList<(string Name, Type Type)> Subjects { get; } =
    [
        ("patient", typeof(PatientFacts)),
        ("visit", typeof(VisitFacts)),
        ("hospital", typeof(HospitalFacts)),
        ("item", typeof(ItemFacts)),
        ("line", typeof(LineFacts)),
        ("use", typeof(UseFacts)),
        ("other", typeof(OtherFacts)),
        ("prescription", typeof(PrescriptionFacts)),
        ("budget", typeof(BudgetFacts)),
        ("diagnosis", typeof(DiagnosisFacts)),
        (HistoryVocabulary.Subject, typeof(HistoryFacts)),
        ("drug", typeof(DrugFacts)),
        ("allergy", typeof(AllergyFacts)),
        ("firstLine", typeof(FirstLineFacts)),
        ("signer", typeof(SignerFacts)),
        ("place", typeof(PlaceFacts)),
        ("consent", typeof(ConsentFacts)),
        ("drugList", typeof(DrugListFacts)),
        ("stay", typeof(StayFacts)),
        ("coding", typeof(CodingFacts)),
        ("order", typeof(ChargedOrderFacts)),
        ("payer", typeof(PayerFacts)),
        (SiteVocabulary.Subject, typeof(SiteFacts)),
        ("operation", typeof(OperationFacts)),
        (PathwayVocabulary.Subject, typeof(PathwayFacts)),
        (SettlementVocabulary.Subject, typeof(SettlementFacts)),
        (SettlementVocabulary.Detail, typeof(DetailFacts)),
    ];

    /// <summary>What rule files of before call a subject, which is read on: its old name to its name.</summary>
    public static FrozenDictionary<string, string> FormerNames { get; } = new Dictionary<string, string>
    {
        // One letter beside drug, the judged order's own.
        ["drugs"] = "drugList",
    }.ToFrozenDictionary();

    /// <summary>The types whose methods RulesEngine must be told of, as ReSettings.CustomTypes.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. Subjects.Select(subject => subject.Type), .. KnowledgeKinds.All.Select(KnowledgeKinds.RowTypeOf)];

    public static IReadOnlyList<VocabularyEntry> Entries { get; } =
        [.. PatientAndPlace(), .. ItemAndLine(), .. UseOverTime(), .. Money(), .. LimitVocabulary.Entries(), .. RecordVocabulary.Entries(), .. HistoryVocabulary.Entries(), .. DrugVocabulary.Facts(), .. EncounterVocabulary.Entries(), .. ConductVocabulary.Entries(), .. SiteVocabulary.Entries(), .. StayConductVocabulary.Entries(), .. PathwayVocabulary.Entries(), .. SettlementVocabulary.Entries()];

    private static readonly FrozenDictionary<(Type, string), VocabularyEntry> ByMember =
        Entries.ToFrozenDictionary(entry => (entry.Member.DeclaringType!, entry.Member.Name));

    public static VocabularyEntry? Find(MemberInfo member) => ByMember.GetValueOrDefault((member.DeclaringType!, member.Name));

    private static IEnumerable<VocabularyEntry> PatientAndPlace() =>
    [
        Fact("patient", (PatientFacts p) => p.Sex, null, "患者性别", "男、女或其他（性别不定者不适用性别规则）；新生儿医嘱取新生儿本人", true),
        Fact("patient", (PatientFacts p) => p.AgeYears, "岁", "患者年龄（岁）", "使用当时的周岁", true),
        Fact("patient", (PatientFacts p) => p.AgeMonths, "月", "患者月龄", "使用当时的足月数", true),
        Fact("patient", (PatientFacts p) => p.AgeDays, "天", "患者日龄", "使用当时的足天数，出生当天为0", true),
        Fact("patient", (PatientFacts p) => p.Age(""), null, "患者年龄", "按岁、月或天计的年龄，单位由限定给出", true),
        Fact("patient", (PatientFacts p) => p.Pregnancy, null, "妊娠哺乳状态", "妊娠、哺乳或无", true),
        Fact("visit", (VisitFacts v) => v.Mode, null, "就医方式", "住院、门诊、急诊或互联网", true),
        Fact("visit", (VisitFacts v) => v.Insurance, null, "参保险种", "使用当时的险种：职工、居民、工伤、生育、自费等", true),
        Fact("visit", (VisitFacts v) => v.InpatientDays, "天", "住院天数", "入院以来经过的午夜数，至少为1", true),
        Fact("hospital", (HospitalFacts h) => h.Level, null, "医疗机构级别", "1一级、2二级、3三级", true),
        Fact("hospital", (HospitalFacts h) => h.Type, null, "医疗机构类型", "综合、专科、中医、基层", true),
    ];

    private static IEnumerable<VocabularyEntry> ItemAndLine() =>
    [
        Fact("item", (ItemFacts i) => i.Code, null, "项目编码", "国家医保编码", false),
        Fact("item", (ItemFacts i) => i.Name, null, "项目名称", "目录中的名称", false),
        Fact("item", (ItemFacts i) => i.Kind, null, "项目类别", "药品、饮片、项目或耗材", true),
        Fact("item", (ItemFacts i) => i.Class, null, "目录等级", "甲、乙或丙", true),
        Fact("item", (ItemFacts i) => i.Category, null, "费用类别", "国家医保收费项目类别代码", true),
        Fact("item", (ItemFacts i) => i.OwnShareRatio, null, "先行自付比例", "0到1", true),
        Fact("item", (ItemFacts i) => i.Unit, null, "计价单位", "目录中的计价单位", true),
        Fact("line", (LineFacts l) => l.Quantity, null, "本次数量", "医嘱为一次执行的数量，费用为该行数量", false),
        Fact("line", (LineFacts l) => l.Unit, null, "本次单位", "计价单位", true),
        Fact("line", (LineFacts l) => l.UnitPrice, "元", "单价", "每计价单位的价格", true),
        Fact("line", (LineFacts l) => l.Amount, "元", "金额", "本次金额", true),
        Fact("line", (LineFacts l) => l.DischargeMedication, null, "出院带药", "是否出院带药", false),
        Fact("prescription", (PrescriptionFacts p) => p.OnlyListedPieces, null, "处方饮片均在不予支付之列", "同一处方的饮片是否全部列入单独使用不予支付名单", true),
    ];

    private static IEnumerable<VocabularyEntry> UseOverTime() =>
    [
        Fact("use", (UseFacts u) => u.OnDay(), null, "当日用量", "使用当天的累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.InHours(0), null, "连续小时内用量", "任意连续若干小时内的最大累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.InDays(0), null, "连续天数内用量", "含使用当天的任意连续若干天内的最大累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.InWeek(), null, "本周用量", "周一至周日的累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.InMonth(), null, "本月用量", "自然月的累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.InStay(), null, "本次就诊用量", "本次就诊的累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.InYear(), null, "本年用量", "本次就诊在使用当年的累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.EarlierInYear(), null, "本次就诊之前的本年用量", "使用当年在其他就诊中的累计数量", true),
        Fact("use", (UseFacts u) => u.UpToDay(), null, "截至当天用量", "本次就诊截至使用当天的累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.InWindow("", 0), null, "时间窗内用量", "限定的时间窗内的累计数量，含本次", true),
        Fact("use", (UseFacts u) => u.OfPerItem("", 0), null, "对应项目用量", "限定所对应的项目在同一时间窗内的数量", false),
        Fact("use", (UseFacts u) => u.DistinctDays(), "天", "累计使用天数", "本次就诊中使用过的天数，含当天", false),
        Fact("use", (UseFacts u) => u.DistinctDaysIn(0), "天", "周期内使用天数", "截至使用当天的若干天内使用过的天数", false),
        Fact("use", (UseFacts u) => u.SpanDays(), "天", "首次使用以来天数", "本次就诊首次使用至当天的天数，首尾均计", false),
        Fact("use", (UseFacts u) => u.DaysSinceLast(), "天", "距上次使用天数", "与上一次使用相隔的天数；此前未用过则无", false),
        Fact("other", (OtherFacts o) => o.Within(""), null, "同时收费", "限定的另一项目在该时间窗内是否也已使用", false),
    ];

    private static IEnumerable<VocabularyEntry> Money() =>
    [
        Fact("budget", (BudgetFacts b) => b.Before, "元", "此前累计费用", "本次医嘱之前的累计费用", true),
        Fact("budget", (BudgetFacts b) => b.After, "元", "含本次累计费用", "计入本次医嘱后的累计费用", true),
        Fact("budget", (BudgetFacts b) => b.StandardCost, "元", "标准成本", "医院计划用于该病组的费用，参考标准，非限额", true),
        Fact("budget", (BudgetFacts b) => b.PaymentStandard, "元", "支付标准", "医保对该病组支付的标准，参考标准，非限额", true),
    ];

    internal static VocabularyEntry Fact<TSubject, TValue>(
        string subject, Expression<Func<TSubject, TValue>> read, string? unit, string label, string meaning, bool canBeMissing)
    {
        MemberInfo member = read.Body is MethodCallExpression call ? call.Method : ((MemberExpression)read.Body).Member;
        return new VocabularyEntry(subject, member, unit, label, meaning, canBeMissing);
    }
}
