using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Hospitals;

/// <summary>Reads one file of a dictionary into rows; the file's name says which.</summary>
internal static class DictionaryReader
{
    private static readonly Dictionary<string, ChargePer> Per = new()
    {
        ["次"] = ChargePer.Execution,
        ["日"] = ChargePer.Day,
        ["医嘱"] = ChargePer.Order,
    };

    private static readonly Dictionary<string, Rounding> Rules = new()
    {
        ["次进一"] = Rounding.UpPerExecution,
        ["日进一"] = Rounding.UpPerDay,
        ["不取整"] = Rounding.Exact,
    };

    private static readonly string[] Dated = ["effective_from", "effective_to", "source"];

    /// <summary>By the file's name: the columns it must have, those it may have, and how its rows are read.</summary>
    private static readonly Dictionary<string, (string[] Must, string[] May, Action<DictionaryTable, DictionaryRows> Fill)> Files = new(StaffFiles.All)
    {
        ["item_map.csv"] = (["hospital_code", "item_code"], Dated, static (table, rows) =>
            Fill(table, rows.Items, static t => new ItemMapping(t.Required("hospital_code"), t.ItemCode()))),
        ["prices.csv"] = (["item_code", "price"], ["unit", .. Dated], static (table, rows) =>
            Fill(table, rows.Prices, static t => new ItemPrice(t.ItemCode(), t.Optional("unit"), Price(t)))),
        ["order_charges.csv"] = (["order_code", "item_code", "quantity", "per"], ["unit", .. Dated], static (table, rows) =>
            Fill(table, rows.OrderCharges, static t => new OrderCharge(
                t.Required("order_code"), t.ItemCode(), t.Positive("quantity"), t.Optional("unit"), t.OneOf("per", Per)))),
        ["route_charges.csv"] = (["route", "item_code", "quantity", "per"], Dated, static (table, rows) =>
            Fill(table, rows.RouteCharges, static t => new RouteCharge(
                t.Required("route"), t.ItemCode(), t.Positive("quantity"), t.OneOf("per", Per)))),
        ["units.csv"] = (["item_code", "from_unit", "to_unit", "factor"], ["source"], ReadUnits),
        ["rounding.csv"] = (["item_code", "rule"], ["source"], ReadRounding),
    };

    public static void Read(RuleFile file, ItemCatalogue? catalogue, DictionaryRows rows, List<Fault> faults)
    {
        if (!Files.TryGetValue(file.Path[(file.Path.LastIndexOf('/') + 1)..], out var known))
        {
            faults.Add(new Fault(file.Path, 0, 0, $"No dictionary has this name. Dictionaries are {string.Join(", ", Files.Keys)}."));
            return;
        }
        using var table = DictionaryTable.Open(file, catalogue, known.Must, known.May, faults);
        if (table is not null)
            known.Fill(table, rows);
    }

    internal static void Fill<TRow>(DictionaryTable table, List<TRow> rows, Func<DictionaryTable, TRow> read)
        where TRow : EffectiveRow
    {
        while (table.Next())
        {
            var row = read(table);
            var (from, to) = table.Validity();
            if (!table.RowIsBad)
                rows.Add(row with { EffectiveFrom = from, EffectiveTo = to });
        }
    }

    private static void ReadUnits(DictionaryTable table, DictionaryRows rows)
    {
        while (table.Next())
        {
            var row = new UnitConversion(
                table.ItemCode(orAny: true), table.Required("from_unit"), table.Required("to_unit"), table.Positive("factor"));
            if (!table.RowIsBad)
                rows.Units.Add(row);
        }
    }

    private static void ReadRounding(DictionaryTable table, DictionaryRows rows)
    {
        while (table.Next())
        {
            var (item, rule) = (table.ItemCode(orAny: true), table.OneOf("rule", Rules));
            if (!table.RowIsBad)
                rows.Rounding[item] = rule;
        }
    }

    private static Money Price(DictionaryTable table)
    {
        var text = table.Required("price");
        if (Money.TryParse(text, out var price) && price >= Money.Zero)
            return price;
        if (text.Length > 0)
            table.Fault("price", $"'{text}' is no price: yuan with at most six decimals, not negative.");
        return Money.Zero;
    }
}
