using OrderCheck.Core.Orders;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>What kind of item a line is of.</summary>
internal static class ItemKinds
{
    /// <param name="word">Our word of hilist_type; null where it was not told or means nothing.</param>
    /// <param name="code">hilist_code: its first character tells drugs (X, Z), pieces (T), consumables (C) and services (digits) apart.</param>
    public static OrderKind Of(string? word, string? code) => word switch
    {
        RegionWords.Drug => OrderKind.Drug,
        RegionWords.Herb => OrderKind.Herb,
        RegionWords.Service => OrderKind.Service,
        RegionWords.Consumable => OrderKind.Consumable,
        _ => code switch
        {
            ['X' or 'Z', ..] => OrderKind.Drug,
            ['T', ..] => OrderKind.Herb,
            ['C', ..] => OrderKind.Consumable,
            _ => OrderKind.Service,
        },
    };
}
