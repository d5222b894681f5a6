using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Budgets;

/// <summary>Where the encounter stands against its group ("参考标准，非限额").</summary>
/// <param name="Cost">Charged so far, with the planned part of signed orders.</param>
public sealed record BudgetProgress(string GroupCode, string GroupName, Money Cost, Money StandardCost, Money PaymentStandard)
{
    /// <summary>A thousand million yuan: up to here the division needs no decimals, which take ten times as long.</summary>
    private const long MostInWholeNumbers = 1_000_000_000_000_000;

    /// <summary>Percent, one decimal, half away from zero.</summary>
    public decimal PercentOfStandardCost => Percent(Cost, StandardCost);

    public decimal PercentOfPaymentStandard => Percent(Cost, PaymentStandard);

    private static decimal Percent(Money part, Money whole)
    {
        if (whole.Micros == 0)
            return 0;
        if (Math.Abs(part.Micros) > MostInWholeNumbers || Math.Abs(whole.Micros) > MostInWholeNumbers)
            return decimal.Round((decimal)part.Micros * 100 / whole.Micros, 1, MidpointRounding.AwayFromZero);
        var (tenths, rest) = Math.DivRem(Math.Abs(part.Micros) * 1000, Math.Abs(whole.Micros));
        if (rest >= Math.Abs(whole.Micros) - rest)
            tenths++;
        return new decimal(unchecked((int)tenths), (int)(tenths >> 32), 0, (part.Micros < 0) != (whole.Micros < 0) && tenths != 0, scale: 1);
    }
}
