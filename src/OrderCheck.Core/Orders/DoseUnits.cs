using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Orders;

/// <summary>Between billed units (支, 片) and units of dose (g, mg, IU), by the item's strength and the unit table.</summary>
internal static class DoseUnits
{
    /// <summary>The dose in so many billed units; null where neither a conversion nor the strength tells it.</summary>
    public static decimal? OfBilled(CatalogueItem item, HospitalDictionary dictionary, decimal quantity, string doseUnit)
    {
        if (item.Unit is { } billed && dictionary.Convert(item.Code, quantity, billed, doseUnit) is { } direct)
            return direct;
        return item is { Strength: { } strength, StrengthUnit: { } unit } ? dictionary.Convert(item.Code, quantity * strength, unit, doseUnit) : null;
    }

    /// <summary>A dose in another unit, also where it is given in billed units or packs of them: 2 片 of 100 mg are 0.2 g.</summary>
    public static decimal? Convert(CatalogueItem item, HospitalDictionary dictionary, decimal value, string unit, string doseUnit)
    {
        if (dictionary.Convert(item.Code, value, unit, doseUnit) is { } direct)
            return direct;
        if (item.StrengthUnit is { } own && dictionary.Convert(item.Code, value, unit, own) is { } ofStrength)
            return dictionary.Convert(item.Code, ofStrength, own, doseUnit);
        return item.Unit is { } billed && dictionary.Convert(item.Code, value, unit, billed) is { } units
            ? OfBilled(item, dictionary, units, doseUnit)
            : null;
    }
}
