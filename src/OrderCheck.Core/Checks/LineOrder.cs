using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>What was ordered of the judged charge's item, and what was charged of it; worked out where a rule asks.</summary>
/// <param name="state">With the judged charges.</param>
internal sealed class LineOrder(EncounterState state, OrderPlan plan) : ChargedOrderFacts
{
    private JudgedLine? _line;
    private OrderState? _order;
    private int _day;

    public void Set(JudgedLine? line, int day)
    {
        if (!ReferenceEquals(_line, line))
            _order = line?.Charge?.OrderId is { } id ? state.Orders.Find(id) : null;
        (_line, _day) = (line, day);
    }

    public override bool? Exists => _line?.Charge switch
    {
        null => true,
        { OrderId: not null } => _order?.Planned,
        _ when state.Orders.Orders.IsEmpty => null,
        _ => plan.Find(_line!.Key) is { Count: > 0 },
    };

    public override bool IsNamed => _order is not null;

    public override decimal? Planned
    {
        get
        {
            var planned = 0m;
            if (_line?.Charge is null || plan.Find(_line.Key) is not { } entries)
                return planned;
            foreach (var entry in entries)
            {
                if (entry.Use.Day > _day || !IsOfOrder(entry.Root))
                    continue;
                if (!entry.Line.QuantityKnown)
                    return null;
                planned += entry.Use.Quantity;
            }
            return planned;
        }
    }

    public override decimal Charged
    {
        get
        {
            var charged = 0m;
            if (_line?.Charge is null)
                return charged;
            foreach (ref readonly var use in state.UsesOf(_line.Key.InfantNo, _line.Key.ItemCode))
            {
                // In the order of time.
                if (use.Day > _day)
                    break;
                if (_order is null || (use.OrderId is { } id && (id == _order.Order.Id || IsOfOrder(state.Orders.RootOf(id)))))
                    charged += use.Quantity;
            }
            return charged;
        }
    }

    /// <summary>An order that was cancelled or returned did not end: there was none.</summary>
    public override int DaysAfterEnd =>
        _line?.Charge is not null && _order is { Planned: true, EndedAt: { } ended, SupersededBy: null } ? Math.Max(0, _day - state.TimeZone.DayNumber(ended)) : 0;

    /// <summary>What was charged to any of a chain of re-issues fulfils the chain.</summary>
    private bool IsOfOrder(string root) => _order is null || _order.Root == root;
}
