using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Charges;

/// <summary>What was already taken back of one charge: both positive. The sum never passes the original.</summary>
public readonly record struct Refunded(decimal Quantity, Money Amount);
