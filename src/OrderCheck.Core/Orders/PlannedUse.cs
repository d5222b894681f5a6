namespace OrderCheck.Core.Orders;

/// <summary>One planned execution of an expected line.</summary>
/// <param name="Day">The hospital's calendar day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Quantity">In the billed unit; 0 where it could not be expanded, or where an opened unit serves.</param>
public readonly record struct PlannedUse(DateTimeOffset At, int Day, decimal Quantity);
