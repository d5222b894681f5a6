using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Client.WarmUp;

/// <summary>A check that no doctor made, with all that real ones have in them.</summary>
internal static class InventedCheck
{
    private const string Name = "warm-up";

    /// <param name="now">The service refuses times that are far from its own clock, here as in a real check.</param>
    public static CheckOrdersRequest Request(DateTimeOffset now) => new()
    {
        Encounter = new EncounterRef { VisitNumber = Name },
        Stage = Stage.Order,
        Orders =
        {
            new Order
            {
                Id = Name,
                Kind = OrderKind.Drug,
                ItemCode = Name,
                ItemName = Name,
                Dose = new Amount { Value = "0.5", Unit = "g" },
                Route = "po",
                Frequency = "qd",
                Quantity = new Amount { Value = "1", Unit = "盒" },
                StartAt = Timestamp.FromDateTimeOffset(now),
            },
        },
    };

    public static CheckAnswer Answer() => new()
    {
        State = CheckState.Partial,
        StateReasons = { new StateReason { Code = Name, Message = Name } },
        Findings =
        {
            new Finding
            {
                Key = Name,
                Severity = Severity.Violation,
                Response = Response.Justify,
                Offender = new Party { OrderId = Name, At = new() },
                Counterpart = new Party { ChargeId = Name, At = new() },
                Facts = { new ComparedFact { Name = Name } },
                AllowedDecisions = { DecisionKind.Changed },
                MissingInputs = { Name },
                MissingInputNames = { Name },
                AlsoOrderIds = { Name },
            },
        },
        Flags = { new Flag { Kind = Name } },
        BudgetBefore = new BudgetProgress { Cost = "0" },
        BudgetAfter = new BudgetProgress { Cost = "0" },
        EvaluatedAt = new(),
    };
}
