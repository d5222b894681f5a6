namespace OrderCheck.Core.Hospitals;

/// <summary>One <paramref name="FromUnit"/> of the item is <paramref name="Factor"/> <paramref name="ToUnit"/>.</summary>
/// <param name="ItemCode">"*": of every item.</param>
public sealed record UnitConversion(string ItemCode, string FromUnit, string ToUnit, decimal Factor);
