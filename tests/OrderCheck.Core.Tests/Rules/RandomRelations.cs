using CsCheck;
using OrderCheck.Core.Knowledge;
using static OrderCheck.Core.Tests.Rules.RandomFacts;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Random rows about other items, and random facts of those.</summary>
internal static class RandomRelations
{
    private static readonly Gen<decimal?> Amount = Gen.Frequency((1, OneOf<decimal?>([null])), (6, Gen.Int[0, 12].Select(halves => (decimal?)(halves / 2m))));

    private static readonly Gen<bool?> Maybe = OneOf<bool?>(null, true, false);

    private static Gen<string> Window => OneOf("单日", "单次就诊", "6小时", "同一小时");

    /// <summary>The same facts with random ones of other items.</summary>
    public static Gen<CaseFacts> Of(Gen<CaseFacts> facts) => Gen.Select(facts, Others, (made, more) =>
    {
        more(made);
        return made;
    });

    private static Gen<Action<CaseFacts>> Others =>
        Gen.Select(Maybe.Array[3], Amount.Array[3], Amount.Array[3], Gen.Int[0, 4].Array[2], OneOf(null, "单日", "单次就诊", "6小时", "同一小时", "前后N天", "同一处方"), Gen.Bool, Action<CaseFacts> (maybe, amounts, grams, counts, within, ordered) => facts =>
        {
            facts.OtherWithin = within;
            (facts.OtherMissing, facts.OrderedInstead, facts.Undiscounted) = (maybe[0], maybe[1], maybe[2]);
            (facts.OtherQuantity, facts.OwnQuantity, facts.OwnPriceShare) = (amounts[0], amounts[1], amounts[2]);
            (facts.GramsOfItemAre, facts.GramsPerSetAre, facts.GramsAre) = (grams[0], grams[1], grams[2]);
            (facts.OtherKinds, facts.PiecesAre, facts.OwnOrder) = (counts[0], counts[1] == 0 ? null : counts[1], ordered);
        });

    public static Gen<KnowledgeRow> Row(KnowledgeKind kind) => kind switch
    {
        KnowledgeKind.ExclusiveSets => Window.Select(KnowledgeRow (window) => new ExclusiveSet { SetName = "护理等级", Window = window }),
        KnowledgeKind.RequiredCompanions => Gen.Select(Window, OneOf<decimal?>(null, 0.5m, 1, 2), KnowledgeRow (window, most) =>
            new RequiredCompanion { OtherName = "乙", Window = window, MostPerOther = most }),
        KnowledgeKind.PackageParts => Gen.Select(Window, Gen.Int[2, 4], KnowledgeRow (window, parts) =>
            new PackagePart { WholeName = "组合", MinParts = parts, Window = window }),
        KnowledgeKind.BundledItems => Window.Select(KnowledgeRow (window) => new BundledItem { OtherName = "乙", Window = window }),
        KnowledgeKind.IncisionGroups => Amount.Select(KnowledgeRow (rate) => new IncisionGroup { GroupName = "胃肠手术组", Rate = rate ?? 3 }),
        KnowledgeKind.SwapPairs => Gen.Select(OneOf(null, "乙"), OneOf("医嘱", "出库", "使用"), KnowledgeRow (name, against) => new SwapPair { OtherName = name, Against = against }),
        KnowledgeKind.DrugInteractions => Gen.Select(OneOf("禁忌", "慎用"), Gen.Int[0, 2], KnowledgeRow (level, days) =>
            new DrugInteraction { OtherName = "乙", Level = level, DaysApart = days, Effect = "出血" }),
        KnowledgeKind.HerbIncompatibilities => OneOf("十八反", "十九畏").Select(KnowledgeRow (canon) => new HerbIncompatibility { OtherName = "乙", Canon = canon }),
        KnowledgeKind.HerbDoses => Amount.Select(KnowledgeRow (most) => new HerbDose { MaxGrams = most ?? 3 }),
        _ => Gen.Select(Amount, Amount, OneOf<int?>(null, 1, 2, 3), KnowledgeRow (perSet, all, pieces) =>
            new HerbPrescriptionLimit { MaxPieces = pieces, MaxGramsPerSet = perSet, MaxGrams = all }),
    };
}
