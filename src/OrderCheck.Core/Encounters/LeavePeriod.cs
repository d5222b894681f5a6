namespace OrderCheck.Core.Encounters;

/// <summary>请假: the patient is out of the hospital.</summary>
/// <param name="To">Null: not yet back.</param>
public readonly record struct LeavePeriod(DateTimeOffset From, DateTimeOffset? To);
