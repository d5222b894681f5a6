namespace OrderCheck.Grains.Findings;

/// <summary>Which list is asked for.</summary>
/// <param name="Day">The morning list of this day of the hospital's calendar; null: what is for the caller's role.</param>
/// <param name="Ward">Null: of all wards.</param>
public sealed record WorkList(DateOnly? Day, string? Ward);
