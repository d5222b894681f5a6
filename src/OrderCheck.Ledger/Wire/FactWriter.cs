using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>Makes messages of Core's facts. Core holds no name and no psn_no, so none can come out here.</summary>
public static class FactWriter
{
    public static Proto.Order Order(Order order) => OrderWriter.Write(order);

    public static Proto.Charge Charge(Charge charge) => ChargeWriter.Write(charge);

    public static Proto.EncounterEvent Event(EncounterFact fact) => EventWriter.Write(fact);

    public static Proto.OrderAction Action(OrderActed fact) => new()
    {
        Id = fact.Id,
        OrderId = fact.OrderId,
        OccurredAt = Timestamps.Write(fact.OccurredAt),
        Reason = fact.Reason ?? "",
    };

    public static Proto.Supersession Supersession(OrderSuperseded fact) => new()
    {
        Id = fact.Id,
        OldOrderId = fact.OldOrderId,
        NewOrderId = fact.NewOrderId,
        OccurredAt = Timestamps.Write(fact.OccurredAt),
    };

    public static Proto.Decision Decision(DecisionRecorded fact) => new()
    {
        Id = fact.Id,
        CheckId = fact.CheckId,
        FindingKey = fact.FindingKey,
        Kind = (Proto.DecisionKind)(int)fact.Kind,
        Reason = fact.Reason ?? "",
        Consent = fact.Consent,
        OccurredAt = Timestamps.Write(fact.OccurredAt),
        AlsoKeys = { fact.AlsoKeys },
        Promise = (Proto.PromiseKind)(int)(fact.Promise ?? 0),
        PromiseDue = fact.PromiseDue is { } due ? Timestamps.Write(due) : null,
        DecidedBy = fact.DecidedBy ?? "",
        Revision = fact.Revision,
    };

    /// <summary>The method by which this action is reported.</summary>
    public static OrderActionKind KindOf(OrderActed fact) => fact switch
    {
        OrderVerified => OrderActionKind.Verify,
        OrderReturned => OrderActionKind.Return,
        OrderExecuted => OrderActionKind.Execute,
        OrderStopped => OrderActionKind.Stop,
        OrderCancelled => OrderActionKind.Cancel,
        _ => throw new ArgumentException($"{fact.GetType().Name} has no message.", nameof(fact)),
    };
}
