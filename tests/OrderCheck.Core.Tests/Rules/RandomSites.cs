using CsCheck;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Rows about sites, points and fields at random, and what orders and charges tell of them, of stock and of operations.</summary>
internal static class RandomSites
{
    private static readonly Gen<string?> Places = RandomFacts.OneOf(null, "腰部", "左膝", "腰部、左膝");

    public static Gen<KnowledgeRow> Row =>
        Gen.Select(RandomFacts.OneOf("部位", "穴位", "照射野"), RandomFacts.OneOf<int?>(null, 1, 5), KnowledgeRow (what, each) => new SiteNeed { What = what, PerUnit = each });

    public static Gen<Action<RuleFacts>> Facts =>
        Gen.Select(Places, Places, Gen.Int[0, 3].Array[6], RandomFacts.OneOf<bool?>(null, true, false), RandomFacts.OneOf<bool?>(null, true, false), (ordered, charged, numbers, issued, used) => (Action<RuleFacts>)(facts =>
        {
            facts.Site = new Sites(ordered, charged, [.. numbers.Select(number => number == 3 ? (int?)null : number)]);
            (facts.Line.IssuedAsBilled, facts.Line.UsedAsBilled) = (issued, used);
        }));

    private sealed class Sites(string? ordered, string? charged, int?[] numbers) : SiteFacts
    {
        public override string? Ordered => ordered;

        public override string? Charged => charged;

        public override decimal? OrderedCount => numbers[0];

        public override decimal? ChargedCount => numbers[1];

        public override decimal? OrderedExecutions => numbers[2];

        public override decimal? ChargedExecutions => numbers[3];

        public override int? OrderedCourse => numbers[4];

        public override int? ChargedCourse => numbers[5];
    }
}
