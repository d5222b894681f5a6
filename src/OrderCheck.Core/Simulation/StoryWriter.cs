using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Simulation;

/// <summary>Collects one encounter's facts as a HIS would report them: ids in order, one request for facts of one kind.</summary>
internal sealed class StoryWriter(string visitNumber, SimulatedPrices prices)
{
    private readonly List<SimulatedWrite> _writes = [];
    private readonly List<Charge> _day = [];
    private int _events;
    private int _orders;
    private int _actions;
    private int _charges;

    /// <summary>Who orders and where, until somebody else does.</summary>
    public string Doctor { get; set; } = "";

    public string Department { get; set; } = "";

    public string Ward { get; set; } = "";

    public string Payer { get; set; } = "";

    /// <summary>All charges less refunds so far.</summary>
    public Money Total { get; private set; }

    public int ChargeLines => _charges;

    public string NextEventId() => $"E{++_events:000}";

    public string NextOrderId() => $"O{++_orders:000}";

    public string NextActionId() => $"A{++_actions:000}";

    public void Write(params IReadOnlyList<Fact> facts) => _writes.Add(new SimulatedWrite($"sim-{_writes.Count + 1:000}", facts));

    public static OrderSigned Sign(Order order) => new(order, CheckId: null, Covered: false) { Id = order.Id, OccurredAt = order.StartAt };

    /// <summary>Bills an item; the lines of a day go out together with <see cref="PostCharges"/>.</summary>
    public Charge Charge(
        CatalogueItem item, decimal quantity, DateTimeOffset at, string? orderId = null, bool automatic = false, string? infantNo = null)
    {
        var price = prices.Of(item);
        var charge = new Charge
        {
            Id = NextChargeId(),
            OccurredAt = at,
            ItemCode = item.Code,
            ItemName = item.Name,
            Quantity = quantity,
            Unit = item.Unit ?? SimulatedPrices.DefaultUnit,
            UnitPrice = price,
            Amount = price.TimesToFen(quantity),
            OrderId = orderId,
            OrderingDepartment = Department,
            OrderingDoctor = Doctor,
            ExecutingDepartment = Department,
            Ward = Ward,
            Payer = Payer,
            Automatic = automatic,
            InfantNo = infantNo,
        };
        Add(charge);
        return charge;
    }

    /// <summary>Takes back a part of a charge, or all of it.</summary>
    public void Refund(Charge original, decimal quantity, DateTimeOffset at) => Add(original with
    {
        Id = NextChargeId(),
        OccurredAt = at,
        Quantity = -quantity,
        Amount = -(quantity == original.Quantity ? original.Amount : original.UnitPrice.TimesToFen(quantity)),
        RefundOf = original.Id,
        Automatic = false,
    });

    public void PostCharges()
    {
        if (_day.Count == 0)
            return;
        Write([.. _day]);
        _day.Clear();
    }

    public SimulatedEncounter Finish()
    {
        PostCharges();
        return new SimulatedEncounter(visitNumber, _writes);
    }

    private string NextChargeId() => $"C{++_charges:0000}";

    private void Add(Charge charge)
    {
        _day.Add(charge);
        Total += charge.Amount;
    }
}
