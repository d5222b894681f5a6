namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The expected or billed line that is judged. Rule text calls it <c>line</c>.</summary>
public sealed class LineFacts
{
    /// <summary>In the billed unit: of one execution for an order, of the line for a charge.</summary>
    public decimal Quantity { get; internal set; }
    public string? Unit { get; internal set; }

    /// <summary>Yuan per billed unit; null where neither the charge nor the hospital's price list says.</summary>
    public decimal? UnitPrice { get; internal set; }

    /// <summary>How many of that unit one billed unit is; null where the hospital's dictionary has no conversion. Set by the check.</summary>
    internal Func<string, decimal?>? UnitsOf { get; set; }

    /// <summary>Yuan.</summary>
    public decimal? Amount { get; internal set; }

    /// <summary>出院带药.</summary>
    public bool DischargeMedication { get; internal set; }

    /// <summary>长期处方: of a chronic disease, for weeks.</summary>
    public bool LongPrescription { get; internal set; }

    /// <summary>皮试.</summary>
    public bool SkinTest { get; internal set; }

    /// <summary>The hospital's code of the route; null where the order names none.</summary>
    public string? Route { get; internal set; }

    /// <summary>已转自费: the order or charge says that the patient pays it alone.</summary>
    public bool SelfPaid { get; internal set; }

    /// <summary>The catalogue has the item on the day.</summary>
    public bool InCatalogue { get; internal set; }

    /// <summary>The stock issued the billed item; null where it is not told what was issued.</summary>
    public bool? IssuedAsBilled { get; internal set; }

    /// <summary>What was issued; "" where it is not told.</summary>
    public string IssuedName { get; internal set; } = "";

    /// <summary>The billed item was used; null where it is not told what was used.</summary>
    public bool? UsedAsBilled { get; internal set; }

    /// <summary>What was used; "" where it is not told.</summary>
    public string UsedName { get; internal set; } = "";

    /// <summary>Yuan per that unit; null where the price is not known, or nobody says how the billed unit converts into it.</summary>
    /// <param name="unit">Null: the billed unit.</param>
    public decimal? PriceIn(string? unit) =>
        unit is null || string.Equals(unit, Unit, StringComparison.OrdinalIgnoreCase) ? UnitPrice
        : UnitPrice is { } price && UnitsOf?.Invoke(unit) is > 0 and var units ? price / units
        : null;
}
