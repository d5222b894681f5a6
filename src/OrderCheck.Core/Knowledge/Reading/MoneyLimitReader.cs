using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads prices, badges and budget thresholds.</summary>
internal static class MoneyLimitReader
{
    /// <summary>Yuan per unit; nothing in a hospital costs more.</summary>
    private const decimal HighestPrice = 10_000_000m;

    private const decimal MostPercent = 1_000m;

    /// <summary>Prices have up to six decimals.</summary>
    private const int PriceDecimals = 6;

    public static PriceCeiling? Price(CsvTable table)
    {
        var (level, ceiling) = (table.Whole("level", 1, 3), table.RequiredNumber("ceiling", 0, HighestPrice, PriceDecimals));
        var kind = table.Word("kind", [PriceCeiling.Highest, PriceCeiling.PayStandard]) ?? PriceCeiling.Highest;
        return ceiling is { } most ? new PriceCeiling { Kind = kind, Level = level, Ceiling = most, Unit = table.Text("unit") } : null;
    }

    public static ItemFlag? Flag(CsvTable table)
    {
        var (kind, text) = (table.Required("kind"), table.Required("text"));
        var price = table.Number("over_price", 0, HighestPrice, PriceDecimals);
        return kind is not null && text is not null ? new ItemFlag { Kind = kind, Text = text, OverPrice = price } : null;
    }

    public static BudgetThreshold? Budget(CsvTable table)
    {
        var (basis, percent) = (table.RequiredWord("basis", ["标准成本", "支付标准"]), table.RequiredNumber("percent", 0.01m, MostPercent, 2));
        return basis is not null && percent is { } share ? new BudgetThreshold { Basis = basis, Percent = share } : null;
    }
}
