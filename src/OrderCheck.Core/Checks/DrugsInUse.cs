using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>The patient's drugs: this call's orders, and the signed ones that it does not replace. By the orders' ids.</summary>
internal sealed class DrugsInUse
{
    /// <summary>X or Z, five of the class and four of the drug (《医保药品分类与代码》).</summary>
    private const int CodeOfGeneric = 10;

    private readonly Release _release;
    private readonly HospitalDictionary _dictionary;
    private readonly List<DrugInUse> _drugs = [];

    public DrugsInUse(
        Release release, HospitalDictionary dictionary, EncounterState state, JudgedPlan judged, IReadOnlyList<(Order Order, ExpansionResult Expansion)> asked)
    {
        (_release, _dictionary) = (release, dictionary);
        foreach (var (order, _) in asked)
            Add(order, state.Orders.RootOf(order.Id), null);
        foreach (var signed in state.Orders.Orders.Values)
        {
            if (signed.Planned && !judged.Replaces(signed.Order.Id))
                Add(signed.Order, signed.Root, signed.EndedAt);
        }
        _drugs.Sort(static (left, right) => string.CompareOrdinal(left.Order.Id, right.Order.Id));
    }

    public IReadOnlyList<DrugInUse> All => _drugs;

    public DrugInUse? Find(Order order) => _drugs.Find(drug => ReferenceEquals(drug.Order, order));

    private void Add(Order order, string root, DateTimeOffset? endedAt)
    {
        var zone = _dictionary.Hospital.TimeZone;
        var day = zone.Day(order.StartAt);
        if (order.Kind != OrderKind.Drug || _dictionary.CodeOf(order) is not { } code)
            return;
        var item = _release.Catalogue.FindItem(code, day);
        var generic = item?.GenericName ?? code[..Math.Min(CodeOfGeneric, code.Length)];
        var end = EndOf(order, zone, day);
        if (endedAt is { } ended)
            end = Math.Min(end, ended.UtcTicks);
        // Ended before it began: it was never in use.
        if (end >= order.StartAt.UtcTicks)
            _drugs.Add(new DrugInUse(order, root, code, item?.Name ?? order.ItemName ?? code, generic, order.StartAt.UtcTicks, end, day.DayNumber));
    }

    private long EndOf(Order order, TimeZoneInfo zone, DateOnly day)
    {
        if (order.EndAt is { } end)
            return end.UtcTicks;
        if (order.Days is { } days)
            return zone.At(day.AddDays(Math.Clamp(days, 1, ExecutionTimes.LongestDays)), TimeOnly.MinValue).UtcTicks;
        if (order.LongTerm)
            return long.MaxValue;
        var once = order.Frequency is not { } code || _release.Codes.Frequencies.GetValueOrDefault(code) is { PeriodDays: 0, EveryHours: null };
        return once ? order.StartAt.UtcTicks : zone.At(day.AddDays(1), TimeOnly.MinValue).UtcTicks;
    }
}
