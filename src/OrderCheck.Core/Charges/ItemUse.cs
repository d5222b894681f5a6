namespace OrderCheck.Core.Charges;

/// <summary>
/// One billed use of an item, as small as window functions allow: encounters have thousands. A refund is a negative use at
/// the moment of the charge it refunds, so that every window that held the one holds the other.
/// </summary>
/// <param name="At">When the item was used, in UTC ticks.</param>
/// <param name="Day">The hospital's calendar day of it, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Quantity">In the billed unit.</param>
/// <param name="AmountMicros">The HIS's amount in millionths of a yuan.</param>
/// <param name="OrderId">The order that it carries out; null if the HIS did not say.</param>
public readonly record struct ItemUse(long At, int Day, decimal Quantity, long AmountMicros, string? OrderId)
{
    public DateTimeOffset Moment => new(At, TimeSpan.Zero);
}
