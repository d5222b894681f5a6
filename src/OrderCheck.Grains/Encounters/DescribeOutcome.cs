using OrderCheck.Core.Budgets;
using OrderCheck.Core.Encounters;

namespace OrderCheck.Grains.Encounters;

/// <param name="Read">False: the encounter is not in memory and the ledger cannot be read.</param>
/// <param name="Description">Null if nothing is recorded.</param>
internal sealed record DescribeOutcome(bool Read, EncounterDescription? Description)
{
    public static DescribeOutcome Of(EncounterState state, bool mayBeStale) => new(true, state.Sequence == 0 ? null : Describe(state, mayBeStale));

    private static EncounterDescription Describe(EncounterState state, bool mayBeStale) => new()
    {
        VisitNumber = state.Key.VisitNumber,
        LedgerSequence = state.Sequence,
        Admitted = state.Admitted,
        Discharged = state.Discharged,
        Department = state.Stay.Details.Department,
        Total = state.Totals.Total,
        ByCategory = state.Totals.ByCategory.ToDictionary(),
        ByClass = state.Totals.ByClass.ToDictionary(),
        SelfPay = state.Totals.SelfPay,
        OwnShare = state.Totals.OwnShare,
        Budget = state.Stay.Budget is { } budget
            ? new BudgetProgress(budget.GroupCode, budget.GroupName, state.Totals.Total, budget.StandardCost, budget.PaymentStandard)
            : null,
        ActiveOrders = state.Orders.ActiveCount,
        ChargeLines = state.ChargeLines,
        MayBeStale = mayBeStale,
    };
}
