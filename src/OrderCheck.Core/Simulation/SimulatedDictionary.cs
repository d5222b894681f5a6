using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Differences;

namespace OrderCheck.Core.Simulation;

/// <summary>The release's dictionary seed, completed with who works there and a price for every item that has none.</summary>
internal static class SimulatedDictionary
{
    private static readonly string[] PriceColumns = ["item_code", "unit", "price"];

    /// <summary>Each table once, the seed's rows before what completes them: a stream keeps one table of a kind under a number.</summary>
    public static IReadOnlyList<RuleFile> Complete(DictionarySeed seed, IEnumerable<CatalogueItem> items, SimulatedPrices prices)
    {
        var made = new TextTable(
            PriceColumns,
            [.. items.Where(item => prices.IsMadeUp(item.Code)).Select(item => new[] { item.Code, item.Unit ?? SimulatedPrices.DefaultUnit, prices.Of(item).ToString() })]);
        return
        [
            .. seed.Files.Concat(SimulatedStaff.Files).Append(new RuleFile(DictionarySeed.Prices, made.ToCsv()))
                .GroupBy(static file => file.Path, StringComparer.Ordinal)
                .Select(static files => files.Aggregate(Joined)),
        ];
    }

    private static RuleFile Joined(RuleFile first, RuleFile second)
    {
        var (one, other) = (TextTable.Read(first.Path, first.Text), TextTable.Read(second.Path, second.Text));
        string[] columns = [.. one.Columns.Union(other.Columns)];
        return first with { Text = new TextTable(columns, [.. one.InColumns(columns), .. other.InColumns(columns)]).ToCsv() };
    }
}
