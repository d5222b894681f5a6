using OrderCheck.Core.Orders;

namespace OrderCheck.Cli.Morning;

/// <summary>What the doctor drafts for one patient.</summary>
internal sealed record Draft(MorningPatient Patient, IReadOnlyList<Order> Orders);
