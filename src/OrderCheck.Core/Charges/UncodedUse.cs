namespace OrderCheck.Core.Charges;

/// <summary>A charge or refund whose item the catalogue does not have: it counts for sums, for no item's rules.</summary>
/// <param name="At">When it was used, in UTC ticks.</param>
internal readonly record struct UncodedUse(long At, long AmountMicros);
