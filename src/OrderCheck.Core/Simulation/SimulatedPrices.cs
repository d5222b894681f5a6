using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Simulation;

/// <summary>
/// What the demo hospital charges for a unit: the dictionary's price, or where it has none one made up from the item's code
/// alone, within the published ceilings.
/// </summary>
internal sealed class SimulatedPrices(Release release, HospitalDictionary dictionary, DateOnly day)
{
    public const string DefaultUnit = "次";

    public bool IsMadeUp(string itemCode) => dictionary.PriceOf(itemCode, day) is null;

    public Money Of(CatalogueItem item) => dictionary.PriceOf(item.Code, day) ?? MakeUp(item);

    private Money MakeUp(CatalogueItem item)
    {
        var (least, most) = Range(item);
        var fen = least + (int)(SimulationRandom.Hash(item.Code) % (ulong)(most - least));
        var price = Money.FromMicros(fen * 10_000L);
        foreach (var candidate in release.CandidatesFor(item.Code))
        {
            if (candidate.Row is PriceCeiling ceiling && Money.TryFromYuan(ceiling.Ceiling, out var highest) && price > highest)
                price = highest;
        }
        return price;
    }

    /// <summary>In fen.</summary>
    private static (int Least, int Most) Range(CatalogueItem item) => item switch
    {
        { Kind: "药品" } => (150, 9_800),
        { Kind: "饮片" } => (4, 120),
        { Kind: "耗材" } => (200, 48_000),
        _ when item.Name.Contains("床位") => (3_000, 6_000),
        _ when item.Name.Contains("护理") => (1_200, 4_000),
        _ when item.Name.Contains("诊查") || item.Name.Contains("诊察") => (1_000, 3_000),
        { Category: "06" } => (60_000, 320_000),
        { Category: "03" } => (6_000, 42_000),
        _ => (500, 8_000),
    };
}
