using OrderCheck.Core.Charges;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>Whether a charge is of what was ordered (串换), and whether anything was ordered of it at all.</summary>
internal sealed class OrderedOtherwise(Release release, HospitalDictionary dictionary, Timelines timelines)
{
    /// <summary>NHSA's drug codes name drug and form in their first characters; the rest is pack and maker.</summary>
    private const int DrugAndForm = 12;

    /// <summary>What was ordered instead, after a hit.</summary>
    public Party? Ordered { get; private set; }

    /// <summary>An order that plans the item on that day, or that the charge names and that asks for it.</summary>
    public bool HasOwnOrder(JudgedLine line, int day) =>
        line.Charge is null
        || timelines.IsPlanned(line.Key, day)
        || (line.Order is { } order && (timelines.Plans(order.Id, line.Key) || dictionary.CodeOf(order) == line.Line.ItemCode));

    /// <summary>Null where it is not known what was ordered.</summary>
    public bool? IsOrderedInstead(JudgedLine line, SwapPair row, int day)
    {
        Ordered = null;
        if (line.Charge is not { } charge || HasOwnOrder(line, day))
            return false;
        if (line.Order is { } order)
            return IsOf(order, line, row, day);
        if (row.Others.Length == 0)
            return false;
        // An order that has not arrived yet may ask for anything.
        return charge.OrderId is not null ? null : PlannedInstead(line, row, day);
    }

    private bool? IsOf(Order order, JudgedLine line, SwapPair row, int day)
    {
        if (dictionary.CodeOf(order) is not { } code)
            return null;
        if (IsSameDrug(code, line.Line.ItemCode) || IsBilled(line.Key with { ItemCode = code }, day))
            return false;
        var isSwap = row.Others.Length > 0 ? Names(row, code) : IsOfSameKind(code, line, day) && !IsKnownSwap(line.Line.ItemCode, code, day);
        if (!isSwap)
            return false;
        Ordered = new Party(order.Id, null, code, NameOf(code, day) ?? order.ItemName, dictionary.Hospital.TimeZone.Local(order.StartAt));
        return true;
    }

    /// <summary>Where charges name no order: one of the others is planned for the day and not billed.</summary>
    private bool PlannedInstead(JudgedLine line, SwapPair row, int day)
    {
        foreach (ref readonly var item in row.Others.AsSpan())
        {
            var key = line.Key with { ItemCode = item.Code };
            if (item.IsPrefix || timelines.PlannedOn(key, day) is not { } planned || IsBilled(key, day))
                continue;
            Ordered = new Party(planned.OrderId, null, item.Code, NameOf(item.Code, day) ?? item.Name, dictionary.Hospital.TimeZone.Local(planned.Use.At));
            return true;
        }
        return false;
    }

    private bool IsBilled(UseKey key, int day)
    {
        var sum = 0m;
        foreach (ref readonly var use in timelines.BilledOf(key))
            sum += use.Day == day ? use.Quantity : 0;
        return sum > 0;
    }

    private static bool IsSameDrug(string one, string other) =>
        one == other || (one.Length > DrugAndForm && one[0] is 'X' or 'Z' && other.AsSpan().StartsWith(one.AsSpan(0, DrugAndForm), StringComparison.Ordinal));

    private static bool Names(SwapPair row, string code)
    {
        foreach (ref readonly var item in row.Others.AsSpan())
        {
            if (item.Matches(code))
                return true;
        }
        return false;
    }

    /// <summary>Material for an ordered operation is no swap of the operation.</summary>
    private bool IsOfSameKind(string code, JudgedLine line, int day) =>
        line.Line.Item?.Kind is { } kind && release.Catalogue.FindItem(code, DateOnly.FromDayNumber(day))?.Kind == kind;

    private bool IsKnownSwap(string billed, string ordered, int day)
    {
        foreach (var candidate in release.CandidatesFor(billed))
        {
            if (candidate.Row is SwapPair { Others.Length: > 0 } known && candidate.InForce(DateOnly.FromDayNumber(day)) && Names(known, ordered))
                return true;
        }
        return false;
    }

    private string? NameOf(string code, int day) => release.Catalogue.FindItem(code, DateOnly.FromDayNumber(day))?.Name;
}
