namespace OrderCheck.Core.Checks;

/// <summary>A use on the timeline of an item: billed, or planned and not yet billed.</summary>
/// <param name="At">UTC ticks.</param>
/// <param name="Quantity">In the billed unit; negative where a charge was taken back.</param>
/// <param name="OrderId">Null where the HIS did not say.</param>
internal readonly record struct TimedUse(long At, int Day, decimal Quantity, string? OrderId);
