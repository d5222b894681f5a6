using OrderCheck.Core.Amounts;

namespace OrderCheck.Grains.Charges;

/// <summary>How many lines and how much.</summary>
internal readonly record struct ChargeSum(int Count, Money Amount)
{
    public ChargeSum Plus(Money amount) => new(Count + 1, Amount + amount);
}
