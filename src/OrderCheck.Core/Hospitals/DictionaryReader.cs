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

    public static void Read(RuleFile file, ItemCatalogue? catalogue, DictionaryRows rows, List<Fault> faults)
    {
        using var table = new DictionaryTable(file, catalogue, faults);
        switch (file.Path[(file.Path.LastIndexOf('/') + 1)..])
        {
            case "item_map.csv" when table.HasColumns("hospital_code", "item_code"):
                Fill(table, rows.Items, static t => new ItemMapping(t.Required("hospital_code"), t.ItemCode())); break;
            case "prices.csv" when table.HasColumns("item_code", "price"):
                Fill(table, rows.Prices, static t => new ItemPrice(t.ItemCode(), t.Optional("unit"), Price(t))); break;
            case "order_charges.csv" when table.HasColumns("order_code", "item_code", "quantity", "per"):
                Fill(table, rows.OrderCharges, static t => new OrderCharge(
                    t.Required("order_code"), t.ItemCode(), t.Positive("quantity"), t.Optional("unit"), t.OneOf("per", Per))); break;
            case "route_charges.csv" when table.HasColumns("route", "item_code", "quantity", "per"):
                Fill(table, rows.RouteCharges, static t => new RouteCharge(
                    t.Required("route"), t.ItemCode(), t.Positive("quantity"), t.OneOf("per", Per))); break;
            case "units.csv" when table.HasColumns("item_code", "from_unit", "to_unit", "factor"):
                ReadUnits(table, rows); break;
            case "rounding.csv" when table.HasColumns("item_code", "rule"):
                ReadRounding(table, rows); break;
            case "item_map.csv" or "prices.csv" or "order_charges.csv" or "route_charges.csv" or "units.csv" or "rounding.csv":
                break;
            default:
                faults.Add(new Fault(file.Path, 0, 0,
                    "No dictionary has this name: item_map, prices, order_charges, route_charges, units and rounding are known.")); break;
        }
    }

    private static void Fill<TRow>(DictionaryTable table, List<TRow> rows, Func<DictionaryTable, TRow> read)
        where TRow : EffectiveRow
    {
        while (table.Next())
        {
            var row = read(table) with { EffectiveFrom = table.Date("effective_from"), EffectiveTo = table.Date("effective_to") };
            if (row.EffectiveTo < row.EffectiveFrom)
                table.Fault("effective_to", $"'effective_to' {row.EffectiveTo:yyyy-MM-dd} is before 'effective_from' {row.EffectiveFrom:yyyy-MM-dd}.");
            if (!table.RowIsBad)
                rows.Add(row);
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
            table.Fault("price", $"'price' is '{text}': yuan with at most six decimals, not negative, is needed.");
        return Money.Zero;
    }
}
