using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rule text may read of a knowledge row, kind by kind. A null in a row means that it sets no such limit.</summary>
internal static class LimitVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() => [.. OfEveryRow(), .. OfPatientAndPlace(), .. OfTime(), .. OfMoneyAndText(), .. RelationVocabulary.Entries(), .. DrugVocabulary.Limits()];

    private static IEnumerable<VocabularyEntry> OfEveryRow() =>
    [
        Fact((KnowledgeRow r) => r.ItemCode, null, "限定项目编码", "知识点所限项目的编码或编码前缀"),
        Fact((KnowledgeRow r) => r.ItemName, null, "限定项目名称", "知识点所限项目的名称"),
        Fact((KnowledgeRow r) => r.OfficialRuleCode, null, "规则编码", "国家医保局规则编码"),
        Fact((KnowledgeRow r) => r.OfficialRuleName, null, "规则名称", "国家医保局规则名称"),
        Fact((KnowledgeRow r) => r.OfficialText, null, "限定原文", "国家医保局公布的限定内容"),
        Fact((KnowledgeRow r) => r.Batch, null, "公布批次", "知识点的公布批次"),
        Fact((KnowledgeRow r) => r.PointId, null, "知识点编号", "知识点的编号"),
        Fact((KnowledgeRow r) => r.Source, null, "来源", "知识点所据文件"),
    ];

    private static IEnumerable<VocabularyEntry> OfPatientAndPlace() =>
    [
        Fact((SexLimit r) => r.Sex, null, "限定性别", "男或女"),
        Fact((AgeLimit r) => r.Group, null, "限定年龄组", "儿童、新生儿、老年等"),
        Fact((AgeLimit r) => r.MinAge, null, "最小年龄", "含该年龄"),
        Fact((AgeLimit r) => r.MaxAge, null, "最大年龄", "含该年龄"),
        Fact((AgeLimit r) => r.AgeUnit, null, "年龄单位", "岁、月或天"),
        Fact((AgeLimit r) => r.Range, null, "限定年龄", "限定的年龄范围"),
        Fact((InsuranceLimit r) => r.Insurance, null, "限定险种", "可支付的险种"),
        Fact((InsuranceLimit r) => r.Allows(""), null, "险种符合", "该险种是否可支付"),
        Fact((FacilityLimit r) => r.LowestLevel, null, "最低级别", "1一级、2二级、3三级"),
        Fact((FacilityLimit r) => r.HighestLevel, null, "最高级别", "1一级、2二级、3三级"),
        Fact((FacilityLimit r) => r.SpecialistLevel, null, "专科最低级别", "专科机构的最低级别；无则与其他机构相同"),
        Fact((FacilityLimit r) => r.Types, null, "限定机构类型", "综合、专科、中医、基层"),
        Fact((FacilityLimit r) => r.AllowsType(""), null, "机构类型符合", "该类型机构是否可用"),
        Fact((FacilityLimit r) => r.Range, null, "限定机构级别", "限定的级别范围"),
        Fact((VisitLimit r) => r.AllowedModes, null, "可支付的就医方式", "可支付的就医方式"),
        Fact((VisitLimit r) => r.DeniedModes, null, "不予支付的就医方式", "不可使用的就医方式"),
        Fact((VisitLimit r) => r.Range, null, "限定就医方式", "限定的就医方式"),
        Fact((VisitLimit r) => r.Allows(""), null, "就医方式符合", "该就医方式是否可用"),
    ];

    private static IEnumerable<VocabularyEntry> OfTime() =>
    [
        Fact((FrequencyLimit r) => r.MaxQuantity, null, "上限数量", "时间窗内最多数量"),
        Fact((FrequencyLimit r) => r.Window, null, "时间窗", "单日、24小时、周、月、年、N天、单次住院"),
        Fact((FrequencyLimit r) => r.PeriodDays, "天", "周期天数", "N天的N，其余为0"),
        .. CountedLimitVocabulary.Entries(),
        Fact((CourseLimit r) => r.MaxDays, "天", "限定使用天数", "最多使用天数"),
        Fact((CourseLimit r) => r.MaxSpanDays, "天", "限定连续天数", "自首次使用起最多天数，首尾均计"),
        Fact((CourseLimit r) => r.MinIntervalDays, "天", "最短间隔", "两次使用至少相隔天数"),
        Fact((CourseLimit r) => r.Scope, null, "计算范围", "单次住院或周期"),
        Fact((CourseLimit r) => r.PeriodDays, "天", "周期天数", "周期的天数，其余为0"),
        Fact((ExclusivePair r) => r.OtherCode, null, "另一项目编码", "不得同时收费的另一项目"),
        Fact((ExclusivePair r) => r.OtherName, null, "另一项目", "不得同时收费的另一项目"),
        Fact((ExclusivePair r) => r.Window, null, "时间窗", "单日、单次就诊、6小时、同一小时"),
        Fact((ExclusivePair r) => r.Mirrored, null, "反向", "本行项目为公布的项目对中的后一项"),
    ];

    private static IEnumerable<VocabularyEntry> OfMoneyAndText() =>
    [
        Fact((PriceCeiling r) => r.Kind, null, "价格种类", "限价或支付标准"),
        Fact((PriceCeiling r) => r.Level, null, "适用机构级别", "1一级、2二级、3三级；无则不分级别"),
        Fact((PriceCeiling r) => r.Ceiling, "元", "最高价格", "每计价单位的最高价格"),
        Fact((PriceCeiling r) => r.Unit, null, "限价单位", "计价单位"),
        Fact((NotPayableItem r) => r.Mode, null, "不予支付方式", "单复方、单方或自费"),
        Fact((ItemFlag r) => r.Kind, null, "标识类别", "重点监控、高值耗材、国谈、集采等"),
        Fact((ItemFlag r) => r.Text, null, "标识", "标识上的文字"),
        Fact((ItemFlag r) => r.OverPrice, "元", "标识起点单价", "单价高于此数才标识"),
        Fact((BudgetThreshold r) => r.Basis, null, "比较基准", "标准成本或支付标准"),
        Fact((BudgetThreshold r) => r.Percent, "%", "提示比例", "达到基准的百分之多少时提示"),
        Fact((ProseLimit r) => r.RuleClass, null, "规则类别", "国家医保局规则类别"),
    ];

    internal static VocabularyEntry Fact<TRow, TValue>(Expression<Func<TRow, TValue>> read, string? unit, string label, string meaning)
        where TRow : KnowledgeRow =>
        RuleVocabulary.Fact(RuleVocabulary.Limit, read, unit, label, meaning, canBeMissing: false);
}
