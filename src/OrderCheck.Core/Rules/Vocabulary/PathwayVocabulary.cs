using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rules about clinical pathways may read, and the rows that they apply.</summary>
internal static class PathwayVocabulary
{
    public const string Subject = "pathway";

    public static IEnumerable<VocabularyEntry> Entries() => [.. OfPatient(), .. OfRows()];

    private static IEnumerable<VocabularyEntry> OfPatient() =>
    [
        Fact(p => p.Has(""), "在径", "使用时患者是否在该临床路径中；审核整个就诊时为是否曾在该路径中", false),
        Fact(p => p.StayDay, "住院第几天", "使用当天是住院第几天，入院当天为第1天；没有入院登记则未知", true),
        Fact(p => p.OperationDay(""), "手术日期", "使用当天距路径所列首次手术的天数，手术当天为0，术前为负；没有手术记录则未知", true),
        Fact(p => p.Lists(""), "路径所列手术的日期", "该路径当天是否把本项目列为必选或可选，所列的编码不比所用的一行笼统；取决于没有记录的手术时未知", true),
        Fact(p => p.Preferred, "优先使用的项目", "所用一行优先使用的项目中本院有的名称；没有则为空", false),
        Fact(p => p.OrdersRead, "医嘱对照", "恒为真；有已签署的医嘱未能对照到项目时未知", true),
        Fact(p => p.Omitted("", true), "入院登记", "按住院日应做而未开立也未收费的必选项目及其日期，只计患者在院、在径且已过的日子；没有则为空文字，没有入院登记则未知", true),
        Fact(p => p.OmittedAroundOperation("", true), "手术记录", "同上，按手术日；有这样的项目而没有手术记录则未知", true),
        Fact(p => p.AllOmitted("", true), "应做未做的项目", "以上两者合为一句", false),
        Fact(p => p.LeftWithoutReason(""), "变异退出未写原因", "最近一次出径是变异退出，且没有原因", false),
    ];

    private static IEnumerable<VocabularyEntry> OfRows() =>
    [
        LimitVocabulary.Fact((ClinicalPathway r) => r.Pathway, null, "路径代码", "医院的路径代码，与 HIS 上报的入径、出径一致；新版本是同一代码、日期靠后的一行"),
        LimitVocabulary.Fact((ClinicalPathway r) => r.Name, null, "路径名称", "临床路径的名称"),
        LimitVocabulary.Fact((ClinicalPathway r) => r.Version, null, "版本", "版本名称；无则不分"),
        LimitVocabulary.Fact((ClinicalPathway r) => r.Groups, null, "适用病组", "DRG 或 DIP 病组代码，竖线隔开；无则不按病组"),
        LimitVocabulary.Fact((ClinicalPathway r) => r.Principals, null, "适用主要诊断", "主要诊断编码；无则不限"),
        LimitVocabulary.Fact((ClinicalPathway r) => r.Operations, null, "手术操作编码", "按手术日计的项目从其中首次手术的日期算起；没有这样的项目可不写"),
        LimitVocabulary.Fact((ClinicalPathway r) => r.EnrolledBy, null, "入径方式", "事件：HIS 上报入径才算；病组：预算给出的病组在适用病组中（写了适用主要诊断的还要主要诊断符合）即算；诊断：主要诊断符合即算；后两种上报入径的也算"),
        LimitVocabulary.Fact((PathwayItem r) => r.Pathway, null, "路径代码", "`pathways.csv` 中的路径代码"),
        LimitVocabulary.Fact((PathwayItem r) => r.Stage, null, "阶段", "阶段的名称；无则不分"),
        LimitVocabulary.Fact((PathwayItem r) => r.CountedFrom, null, "计日", "入院：入院当天为第1天；手术：手术当天为0，术前1天为-1"),
        LimitVocabulary.Fact((PathwayItem r) => r.FromOperation, null, "按手术日计", "计日为手术"),
        LimitVocabulary.Fact((PathwayItem r) => r.FromDay, "天", "起始日", "含该日"),
        LimitVocabulary.Fact((PathwayItem r) => r.ToDay, "天", "截止日", "含该日"),
        LimitVocabulary.Fact((PathwayItem r) => r.Covers(0), null, "在所列日期内", "该日是否在起始日至截止日之间"),
        LimitVocabulary.Fact((PathwayItem r) => r.Need, null, "要求", "必选、可选、不需要；限所列：这类项目只限当天列为必选或可选的（封闭目录）。几行说法不同时，编码更具体的一行算数，同样具体时所列的算数"),
        LimitVocabulary.Fact((PathwayItem r) => r.EachDay, null, "每日", "必选项目每天都要有；否则期间内有一次即可"),
        LimitVocabulary.Fact((PathwayItem r) => r.Controllable, null, "变异可控", "是：可控，未做须说明理由；否：不可控，只提醒"),
        LimitVocabulary.Fact((PathwayItem r) => r.AlsoItems, null, "等同项目", "做了其中之一也算的项目，编码或前缀"),
        LimitVocabulary.Fact((PathwayPreference r) => r.Pathway, null, "路径代码", "`pathways.csv` 中的路径代码"),
        LimitVocabulary.Fact((PathwayPreference r) => r.ClassName, null, "类别", "在哪一类项目中选择"),
        LimitVocabulary.Fact((PathwayPreference r) => r.AlsoItems, null, "同类的其他项目", "同属这一类的编码或前缀"),
        LimitVocabulary.Fact((PathwayPreference r) => r.Prefers(""), null, "优先使用", "该编码是否在优先使用之列；优先使用的项目按先后写在 `preferred_codes`"),
    ];

    private static VocabularyEntry Fact<TValue>(Expression<Func<PathwayFacts, TValue>> read, string label, string meaning, bool canBeMissing) =>
        RuleVocabulary.Fact(Subject, read, null, label, meaning, canBeMissing);
}
