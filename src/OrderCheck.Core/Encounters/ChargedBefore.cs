using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Encounters;

/// <summary>What had been charged when the last change of insurance was recorded.</summary>
/// <param name="Lines">Charges and refunds.</param>
/// <param name="Amount">Their sum.</param>
public sealed record ChargedBefore(int Lines, Money Amount);
