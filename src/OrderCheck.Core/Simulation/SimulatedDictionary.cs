using System.Text;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Simulation;

/// <summary>The release's dictionary seed, completed with who works there and a price for every item that has none.</summary>
internal static class SimulatedDictionary
{
    /// <summary>A later file of the same name adds rows to the seed's.</summary>
    public static IReadOnlyList<RuleFile> Complete(DictionarySeed seed, IEnumerable<CatalogueItem> items, SimulatedPrices prices)
    {
        var text = new StringBuilder("item_code,unit,price,effective_from,effective_to\n");
        foreach (var item in items)
        {
            if (prices.IsMadeUp(item.Code))
                text.AppendJoin(',', item.Code, item.Unit ?? SimulatedPrices.DefaultUnit, prices.Of(item)).Append(",,\n");
        }
        return [.. seed.Files, .. SimulatedStaff.Files, new RuleFile("dictionary/prices.csv", text.ToString())];
    }
}
