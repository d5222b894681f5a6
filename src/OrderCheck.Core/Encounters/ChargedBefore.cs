using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Encounters;

/// <summary>What had been charged when the last change of insurance was recorded, and is now another payer's.</summary>
/// <param name="Lines">Charges and refunds, whether the catalogue has their items or not.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="LinesThen">How many there were in all.</param>
public sealed record ChargedBefore(int Lines, Money Amount, int LinesThen);
