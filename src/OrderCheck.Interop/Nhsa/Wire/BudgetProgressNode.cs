namespace OrderCheck.Interop.Nhsa.Wire;

internal sealed record BudgetProgressNode(decimal Cost, decimal PercentOfStandardCost, decimal PercentOfPaymentStandard);
