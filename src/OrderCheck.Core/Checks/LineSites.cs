using OrderCheck.Core.Encounters;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>Sites, points, fields and courses of the judged charge and of its order; worked out where a rule asks.</summary>
/// <param name="state">With the judged charges.</param>
/// <param name="facts">Hold the row that is applied.</param>
internal sealed class LineSites(EncounterState state, OrderPlan plan, RuleFacts facts) : SiteFacts
{
    private JudgedLine? _line;
    private OrderState? _order;
    private int _day;

    /// <summary>The order that the charge names, or the only one that plans its item.</summary>
    public void Set(JudgedLine? line, int day)
    {
        if (!ReferenceEquals(_line, line))
            _order = null;
        (_line, _day) = (line, day);
    }

    public override string? Ordered => OfCharge ? ListOf(Order?.Sites, Order?.Points) : "";

    public override string? Charged => OfCharge ? ListOf(_line!.Charge!.Sites, _line.Charge.Points) : "";

    public override decimal? OrderedCount => !OfCharge ? 0 : UnitsOfAnExecution * (PerUnit is null ? 1 : ExecutionsOfTheDay());

    public override decimal? ChargedCount => !OfCharge ? 0
        : PerUnit is null ? CountOf(_line!.Charge!.CountPerExecution, Charged)
        : Sum(_day);

    public override decimal? OrderedExecutions => OfCharge ? Order?.CourseExecutions : 0;

    public override decimal? ChargedExecutions => !OfCharge ? 0
        : PerUnit is null ? Sum(0)
        : UnitsOfAnExecution is { } units ? Math.Ceiling(Sum(0) / units)
        : null;

    public override int? OrderedCourse => OfCharge ? Order?.Course : 0;

    public override int? ChargedCourse => OfCharge ? _line!.Charge!.Course : 0;

    private bool OfCharge => _line?.Charge is not null;

    private SiteNeed? Row => facts.Limit as SiteNeed;

    private int? PerUnit => Row?.PerUnit;

    private Order? Order => (_order ??= FindOrder())?.Order;

    /// <summary>In the billed unit where that counts them, a started one whole; else how many there are.</summary>
    private decimal? UnitsOfAnExecution =>
        CountOf(Order?.CountPerExecution, Ordered) is not { } count ? null
        : PerUnit is { } each ? Math.Ceiling((decimal)count / each)
        : count;

    private string? ListOf(string? sites, string? points) => Row is { What: SiteNeed.Points } ? points : sites;

    /// <summary>A list of sites says nothing of the number of fields.</summary>
    private int? CountOf(int? told, string? list) =>
        told ?? (list is { Length: > 0 } && Row is not { What: SiteNeed.Fields } ? list.AsSpan().Count(Words.Separator) + 1 : null);

    private int ExecutionsOfTheDay()
    {
        var count = 0;
        foreach (var entry in plan.Find(_line!.Key) ?? [])
        {
            if (entry.Use.Day == _day && entry.Root == _order?.Root)
                count++;
        }
        return Math.Max(1, count);
    }

    /// <summary>Charged of the order from that day up to the day of use, less refunds.</summary>
    private decimal Sum(int firstDay)
    {
        var sum = 0m;
        var root = (_order ??= FindOrder())?.Root;
        foreach (ref readonly var use in state.UsesOf(_line!.Key.InfantNo, _line.Key.ItemCode))
        {
            if (use.Day >= firstDay && use.Day <= _day && (use.OrderId is null || root is null || state.Orders.RootOf(use.OrderId) == root))
                sum += use.Quantity;
        }
        return sum;
    }

    private OrderState? FindOrder()
    {
        if (_line?.Charge is not { } charge)
            return null;
        if (charge.OrderId is { } id)
            return state.Orders.Find(id);
        string? only = null;
        foreach (var entry in plan.Find(_line.Key) ?? [])
        {
            if (only is not null && state.Orders.RootOf(only) != entry.Root)
                return null;
            only = entry.OrderId;
        }
        return only is null ? null : state.Orders.Find(only);
    }
}
