namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Where the orders put the patient: before, and with them.</summary>
internal sealed record BudgetNode(
    string Note, string GroupCode, string GroupName, decimal StandardCost, decimal PaymentStandard, BudgetProgressNode? Before, BudgetProgressNode After);
