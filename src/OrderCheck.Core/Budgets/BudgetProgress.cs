using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Budgets;

/// <summary>Where the encounter stands against its group ("参考标准，非限额").</summary>
/// <param name="Cost">Charged so far, with the planned part of signed orders.</param>
public sealed record BudgetProgress(string GroupCode, string GroupName, Money Cost, Money StandardCost, Money PaymentStandard)
{
    /// <summary>Percent, one decimal, half away from zero.</summary>
    public decimal PercentOfStandardCost => Percent(Cost, StandardCost);

    public decimal PercentOfPaymentStandard => Percent(Cost, PaymentStandard);

    private static decimal Percent(Money part, Money whole) =>
        whole.Micros == 0 ? 0 : decimal.Round((decimal)part.Micros * 100 / whole.Micros, 1, MidpointRounding.AwayFromZero);
}
