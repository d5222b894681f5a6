namespace OrderCheck.Core.Checks;

/// <summary>What is used of an item on one calendar day.</summary>
internal readonly record struct DayUse(int Day, decimal Quantity);
