using System.Collections.Immutable;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>
/// One judgement of an encounter as a whole. Before discharge (出院前审核) everything that was charged and everything that is
/// still ordered is judged anew, as it stands among all the rest, and then the stay itself; in retrospect (事后) what was charged,
/// all that was ordered, and the stay; at registration the stay alone.
/// </summary>
internal sealed class CheckOfEncounter
{
    private readonly Release _release;
    private readonly HospitalDictionary _dictionary;
    private readonly EncounterState _state;
    private readonly CheckRequest _request;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<RecordedFact> _facts;
    private readonly IReadOnlyList<Charge> _charges;
    private readonly OrderPlan _plan;
    private readonly Timelines _timelines;
    private readonly CheckParts _parts;

    /// <param name="facts">Those that the state is the fold of.</param>
    public CheckOfEncounter(
        string checkId, Release release, HospitalDictionary dictionary, EncounterState state, IReadOnlyList<RecordedFact> facts,
        CheckRequest request, DateTimeOffset now)
    {
        (_release, _dictionary, _state, _facts, _request, _now) = (release, dictionary, state, facts, request, now);
        _charges = NetCharges.Of(facts);
        _plan = state.PlanOf(release, dictionary, now);
        var nothing = new JudgedPlan();
        _timelines = new Timelines(state, _plan, nothing);
        _parts = new CheckParts(checkId, release, dictionary, state, request.Stage, now, _timelines, HerbPrescription.SignedIn(state.Orders), nothing, [], state, _plan);
    }

    public CheckAnswer Answer()
    {
        if (_request.Stage != Stage.Registration)
        {
            _parts.Settle(_facts, _charges);
            _parts.List(PayerChange.SetAll(_parts.Payer, _state, _facts, _charges, _release.Codes));
            // Whoever is now known to pay, whatever was known when it was charged.
            foreach (var charge in _charges)
                _parts.Judge(charge with { Payer = _state.Stay.InsuTypeAt(charge.OccurredAt) ?? charge.Payer });
            foreach (var order in _state.Orders.Orders.Values.Where(IsJudged).OrderBy(order => order.Order.Id, StringComparer.Ordinal))
            {
                if (_request.Stage == Stage.Discharge)
                    Judge(order.Order);
                else
                    Review(order.Order);
            }
        }
        var standing = BudgetStanding.Before(_state, _plan);
        return _parts.Answer(standing, standing, new Reader(_request.Reader, _request.ShownBefore, _request.MaxCards));
    }

    private bool IsJudged(OrderState order) => _request.Stage == Stage.Discharge ? order.Active : order.Planned;

    /// <summary>All that it planned up to its end, fulfilled or not.</summary>
    private void Review(Order order)
    {
        foreach (var key in _plan.KeysOf(order.Id))
        {
            // None of a line whose every execution was to be after the order's end.
            foreach (var same in (_plan.Find(key) ?? []).Where(entry => entry.OrderId == order.Id).GroupBy(entry => entry.Line, ReferenceEqualityComparer.Instance))
            {
                var line = same.First().Line with { Uses = [.. same.Select(entry => entry.Use)] };
                _parts.Judge(new JudgedLine { Line = line, Order = order, Key = key, Amount = line.Amount, SelfPay = order.SelfPay });
            }
        }
    }

    /// <summary>What charges have not fulfilled of it; the rest is judged as the charges that it became.</summary>
    private void Judge(Order order)
    {
        try
        {
            var expansion = OrderExpansion.Expand(order, _release, _dictionary, _now, OrderPlan.Carries(order, _plan.Carriers));
            foreach (var line in expansion.Lines)
            {
                var key = new UseKey(order.InfantNo, line.ItemCode);
                if (LeftOf(key, order.Id) is not { Length: > 0 } left)
                    continue;
                var still = line with { Uses = left };
                _parts.Judge(new JudgedLine { Line = still, Order = order, Key = key, Amount = still.Amount, SelfPay = order.SelfPay });
            }
        }
        catch (Exception e) when (e is ArithmeticException or ArgumentException)
        {
            _parts.Verdicts.Because(new StateReason("order_failed", $"医嘱“{order.Id}”的数量或时间无法计算，未能审核", order.Id));
        }
    }

    private ImmutableArray<PlannedUse> LeftOf(UseKey key, string orderId)
    {
        var left = ImmutableArray.CreateBuilder<PlannedUse>();
        foreach (ref readonly var use in _timelines.Of(key).PlannedUses)
        {
            if (use.OrderId == orderId)
                left.Add(new PlannedUse(new DateTimeOffset(use.At, TimeSpan.Zero), use.Day, use.Quantity));
        }
        return left.ToImmutable();
    }
}
