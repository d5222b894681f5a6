using System.Collections.Frozen;

namespace OrderCheck.Core.Hospitals;

/// <summary>Conversions between units: an item's own, then those of every item, then the metric ones.</summary>
internal sealed class UnitTable(IEnumerable<UnitConversion> conversions)
{
    private const string EveryItem = "*";

    /// <summary>Each metric unit in its smallest relative: mass in µg, volume in µl, activity in IU.</summary>
    private static readonly FrozenDictionary<string, (char Kind, decimal InSmallest)> Metric =
        new Dictionary<string, (char, decimal)>(StringComparer.OrdinalIgnoreCase)
        {
            ["kg"] = ('m', 1_000_000_000m),
            ["g"] = ('m', 1_000_000m),
            ["克"] = ('m', 1_000_000m),
            ["mg"] = ('m', 1_000m),
            ["毫克"] = ('m', 1_000m),
            ["ug"] = ('m', 1m),
            ["μg"] = ('m', 1m),
            ["µg"] = ('m', 1m),
            ["微克"] = ('m', 1m),
            ["l"] = ('v', 1_000_000m),
            ["升"] = ('v', 1_000_000m),
            ["ml"] = ('v', 1_000m),
            ["毫升"] = ('v', 1_000m),
            ["iu"] = ('a', 1m),
            ["u"] = ('a', 1m),
            ["单位"] = ('a', 1m),
            ["万iu"] = ('a', 10_000m),
            ["万u"] = ('a', 10_000m),
            ["万单位"] = ('a', 10_000m),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<(string Item, string From, string To), decimal> _factors =
        conversions.GroupBy(row => (row.ItemCode, row.FromUnit, row.ToUnit)).ToFrozenDictionary(group => group.Key, group => group.Last().Factor);

    public decimal? Convert(string itemCode, decimal value, string fromUnit, string toUnit)
    {
        if (string.Equals(fromUnit, toUnit, StringComparison.OrdinalIgnoreCase))
            return value;
        if (Factor(itemCode, fromUnit, toUnit) is { } factor)
            return value * factor;
        if (Factor(itemCode, toUnit, fromUnit) is { } inverse)
            return value / inverse;
        return Metric.TryGetValue(fromUnit, out var from) && Metric.TryGetValue(toUnit, out var to) && from.Kind == to.Kind
            ? value * from.InSmallest / to.InSmallest
            : null;
    }

    private decimal? Factor(string itemCode, string from, string to) =>
        _factors.TryGetValue((itemCode, from, to), out var factor) || _factors.TryGetValue((EveryItem, from, to), out factor) ? factor : null;
}
