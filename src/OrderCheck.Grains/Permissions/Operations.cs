using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Permissions;

/// <summary>Which operation records a fact.</summary>
internal static class Operations
{
    /// <summary>0, which nobody is permitted, for facts that are not reported from outside.</summary>
    public static Operation Of(Fact fact) => fact switch
    {
        OrderSigned => Operation.SignOrders,
        OrderVerified => Operation.VerifyOrders,
        OrderReturned => Operation.ReturnOrders,
        OrderExecuted => Operation.ExecuteOrders,
        OrderStopped => Operation.StopOrders,
        OrderCancelled => Operation.CancelOrders,
        OrderSuperseded => Operation.SupersedeOrders,
        Charge => Operation.PostCharges,
        DecisionRecorded => Operation.RecordDecisions,
        EncounterFact => Operation.ReportEvents,
        _ => default,
    };
}
