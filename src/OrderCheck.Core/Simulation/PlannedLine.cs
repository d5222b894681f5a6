using OrderCheck.Core.Catalogue;

namespace OrderCheck.Core.Simulation;

/// <summary>Something that is given and billed on days of the stay.</summary>
/// <param name="FirstDay">Day of the stay, 0 for the day of admission.</param>
/// <param name="LastDay">Included.</param>
/// <param name="MinuteOfDay">When, by the hospital's clock.</param>
internal sealed record PlannedLine(CatalogueItem Item, decimal Quantity, int FirstDay, int LastDay, int MinuteOfDay)
{
    public string? OrderId { get; init; }

    /// <summary>From the midnight batch.</summary>
    public bool Automatic { get; init; }
    public string? InfantNo { get; init; }
}
