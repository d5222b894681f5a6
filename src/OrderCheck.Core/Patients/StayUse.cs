using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Patients;

/// <summary>What an encounter used of an item on one calendar day: charges less refunds. The patient's own, not a newborn's.</summary>
/// <param name="Day">The hospital's calendar day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Quantity">In the billed unit; never 0.</param>
public sealed record StayUse(string ItemCode, int Day, decimal Quantity, Money Amount);
