using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>What rule text may read where a row is about other items beside its own, and of a herb prescription.</summary>
internal static class RelationVocabulary
{
    public static IEnumerable<VocabularyEntry> Entries() => [.. OfOthers(), .. OfPrescription(), .. OfRows()];

    private static IEnumerable<VocabularyEntry> OfOthers() =>
    [
        Other(o => o.Missing(""), null, "缺少配套项目", "该时间窗内是否没有限定的另一项目；有医嘱未能展开为项目时无法确定", true),
        Other(o => o.Quantity(""), null, "另一项目数量", "限定的另一项目在该时间窗内的累计数量；数量未知则无", true),
        Other(o => o.OwnQuantity(""), null, "本项目数量", "本项目在该时间窗内的累计数量，含本次；数量未知则无", true),
        Other(o => o.Kinds(""), "项", "另有项目数", "限定的其他项目中在该时间窗内已使用的不同项目数", false),
        Other(o => o.Names(""), null, "另有项目", "限定的其他项目中在该时间窗内已使用的项目名称", false),
        Other(o => o.Name, null, "另一项目名称", "找到的另一项目的名称", false),
        Other(o => o.OwnOrder, null, "有自己的医嘱", "本行项目当日是否有医嘱计划或收费医嘱即为本项目", false),
        Other(o => o.OrderedInstead, null, "医嘱为另一项目", "收费所据医嘱是否为限定的另一项目，且没有对照说明、另一项目未收费", true),
        Other(o => o.UndiscountedWithin(""), null, "另一手术未折价", "同组另一手术在该时间窗内、同一次手术中是否也按高于折价比例收费", true),
        Other(o => o.OwnPriceShare, "%", "本次计价比例", "本次收费占医院价格的百分比", true),
    ];

    private static IEnumerable<VocabularyEntry> OfPrescription() =>
    [
        Prescription(p => p.Pieces, "味", "处方味数", "同一处方中不同饮片的数目", true),
        Prescription(p => p.GramsOfItem, "g", "本味每剂用量", "同一处方中本饮片每剂的克数", true),
        Prescription(p => p.GramsPerSet, "g", "每剂总量", "同一处方各味饮片每剂的总克数", true),
        Prescription(p => p.Grams, "g", "处方总量", "同一处方各味饮片全部剂数的总克数", true),
    ];

    private static IEnumerable<VocabularyEntry> OfRows() =>
    [
        LimitVocabulary.Fact((ExclusiveSet r) => r.SetName, null, "互斥组", "只能收取其中一项的一组项目"),
        LimitVocabulary.Fact((ExclusiveSet r) => r.Window, null, "时间窗", "单日、单次就诊、6小时、同一小时"),
        LimitVocabulary.Fact((RequiredCompanion r) => r.OtherName, null, "配套项目", "须同时使用的另一项目"),
        LimitVocabulary.Fact((RequiredCompanion r) => r.Window, null, "时间窗", "单日、单次就诊、6小时、同一小时、前后N天"),
        LimitVocabulary.Fact((RequiredCompanion r) => r.PeriodDays, "天", "前后天数", "前后N天的N，其余为0"),
        LimitVocabulary.Fact((RequiredCompanion r) => r.MostPerOther, null, "每项配套上限", "每一配套项目最多可用的数量"),
        LimitVocabulary.Fact((PackagePart r) => r.WholeName, null, "合并项目", "应合并收费的项目"),
        LimitVocabulary.Fact((PackagePart r) => r.WholeCode, null, "合并项目编码", "应合并收费的项目的编码；目录中没有则无"),
        LimitVocabulary.Fact((PackagePart r) => r.MinParts, "项", "触发项数", "同时收取多少个不同部分即视为分解收费"),
        LimitVocabulary.Fact((PackagePart r) => r.Window, null, "时间窗", "单日、单次就诊、6小时、同一小时"),
        LimitVocabulary.Fact((BundledItem r) => r.OtherName, null, "主项目", "随之打包收取的项目"),
        LimitVocabulary.Fact((BundledItem r) => r.Window, null, "时间窗", "单日、单次就诊、6小时、同一小时"),
        LimitVocabulary.Fact((IncisionGroup r) => r.GroupName, null, "手术组", "同一切口的手术组"),
        LimitVocabulary.Fact((IncisionGroup r) => r.Rate, "%", "折价比例", "第二及以后的手术按价格的百分之多少计收"),
        LimitVocabulary.Fact((SwapPair r) => r.OtherName, null, "实际项目", "通常被串换的实际项目；无则为任一项目"),
        LimitVocabulary.Fact((DrugInteraction r) => r.OtherName, null, "另一药品", "有相互作用的另一药品或类别"),
        LimitVocabulary.Fact((DrugInteraction r) => r.Level, null, "程度", "禁忌或慎用"),
        LimitVocabulary.Fact((DrugInteraction r) => r.DaysApart, "天", "须间隔天数", "0为不得同日使用"),
        LimitVocabulary.Fact((DrugInteraction r) => r.Effect, null, "后果", "合用的后果"),
        LimitVocabulary.Fact((DrugInteraction r) => r.Mirrored, null, "反向", "本行药品为写在后面的一方"),
        LimitVocabulary.Fact((DrugInteraction r) => r.Window, null, "时间窗", "单日或前后N天"),
        LimitVocabulary.Fact((HerbIncompatibility r) => r.OtherName, null, "另一饮片", "不宜同用的另一饮片"),
        LimitVocabulary.Fact((HerbIncompatibility r) => r.Canon, null, "配伍禁忌", "十八反、十九畏或其他"),
        LimitVocabulary.Fact((HerbIncompatibility r) => r.Mirrored, null, "反向", "本行饮片为写在后面的一方"),
        LimitVocabulary.Fact((HerbDose r) => r.MaxGrams, "g", "每日最大用量", "每日（每剂）最多克数"),
        LimitVocabulary.Fact((HerbPrescriptionLimit r) => r.MaxPieces, "味", "最多味数", "每张处方最多味数"),
        LimitVocabulary.Fact((HerbPrescriptionLimit r) => r.MaxGramsPerSet, "g", "每剂最多克数", "每剂各味合计最多克数"),
        LimitVocabulary.Fact((HerbPrescriptionLimit r) => r.MaxGrams, "g", "处方最多克数", "全部剂数合计最多克数"),
    ];

    private static VocabularyEntry Other<TValue>(
        Expression<Func<OtherFacts, TValue>> read, string? unit, string label, string meaning, bool canBeMissing) =>
        RuleVocabulary.Fact("other", read, unit, label, meaning, canBeMissing);

    private static VocabularyEntry Prescription<TValue>(
        Expression<Func<PrescriptionFacts, TValue>> read, string? unit, string label, string meaning, bool canBeMissing) =>
        RuleVocabulary.Fact("prescription", read, unit, label, meaning, canBeMissing);
}
