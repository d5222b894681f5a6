using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Hospitals;

/// <summary>What the hospital bills for one unit of an item.</summary>
public sealed record ItemPrice(string ItemCode, string? Unit, Money Price) : EffectiveRow;
