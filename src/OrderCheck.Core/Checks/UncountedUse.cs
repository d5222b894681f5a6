namespace OrderCheck.Core.Checks;

/// <summary>A use of one of several items, before it is known what a row counts of it.</summary>
/// <param name="Quantity">In the item's billed unit.</param>
/// <param name="Amount">Yuan; null where a planned use has no known price or quantity.</param>
internal readonly record struct UncountedUse(string ItemCode, int Day, decimal Quantity, decimal? Amount);
