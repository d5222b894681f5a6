using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Checks;

/// <summary>The whole days of a stay, and what was charged to the patient on them (挂床, 压床).</summary>
/// <param name="now">The time of the check, where the patient is still here.</param>
internal sealed class StayDays(ItemCatalogue catalogue, EncounterState state, DateTimeOffset now)
{
    /// <summary>Days on which nothing is charged but the named items; null where no admission is known.</summary>
    public int? Without(string? items) => Runs(items) is { } runs ? runs.Sum() : null;

    /// <summary>The most of them that follow one another.</summary>
    public int? LongestWithout(string? items) => Runs(items) is { } runs ? runs.DefaultIfEmpty().Max() : null;

    /// <summary>Whether nothing of these was charged to the patient; null where something else was charged that the catalogue does not have.</summary>
    public bool? IsWithout(string? items)
    {
        var (named, unknown) = (Named(items), state.Uncoded.Sum(static use => use.AmountMicros) > 0);
        foreach (var (key, uses) in state.Uses)
        {
            if (key.InfantNo is not null || Sum(uses) <= 0)
                continue;
            if (IsNamed(named, key.ItemCode))
                return false;
            unknown |= !catalogue.Knows(key.ItemCode);
        }
        return unknown ? null : true;
    }

    private static decimal Sum(ItemUses uses)
    {
        var sum = 0m;
        foreach (ref readonly var use in uses.Span)
            sum += use.Quantity;
        return sum;
    }

    private static string[] Named(string? items) =>
        items is null ? [] : items.Split(CodeRanges.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsNamed(string[] named, string code) => Array.Exists(named, prefix => code.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The lengths of the runs of such days.</summary>
    private List<int>? Runs(string? items)
    {
        if (state.Stay.AdmittedAt is not { } admitted)
            return null;
        var charged = DaysCharged(items);
        var (runs, length) = (new List<int>(), 0);
        var last = state.TimeZone.DayNumber(state.Stay.DischargedAt ?? now);
        for (var day = state.TimeZone.DayNumber(admitted) + 1; day < last; day++)
        {
            if (!charged.Contains(day) && !OnLeave(day))
            {
                length++;
                continue;
            }
            if (length > 0)
                runs.Add(length);
            length = 0;
        }
        if (length > 0)
            runs.Add(length);
        return runs;
    }

    /// <summary>What was taken back was not charged; what no table has is none of the named items.</summary>
    private HashSet<int> DaysCharged(string? items)
    {
        var named = Named(items);
        var (charged, ofItem) = (new HashSet<int>(), new Dictionary<int, decimal>());
        foreach (var (key, uses) in state.Uses)
        {
            if (key.InfantNo is not null || IsNamed(named, key.ItemCode))
                continue;
            ofItem.Clear();
            foreach (ref readonly var use in uses.Span)
                ofItem[use.Day] = ofItem.GetValueOrDefault(use.Day) + use.Quantity;
            charged.UnionWith(ofItem.Where(static day => day.Value > 0).Select(static day => day.Key));
        }
        charged.UnionWith(state.Uncoded.GroupBy(UncodedDay).Where(static day => day.Sum(static use => use.AmountMicros) > 0).Select(static day => day.Key));
        return charged;
    }

    private int UncodedDay(UncodedUse use) => state.TimeZone.DayNumber(new DateTimeOffset(use.At, TimeSpan.Zero));

    /// <summary>The day on which one goes, and that on which one comes back, are of the leave here: nobody need be charged on them.</summary>
    private bool OnLeave(int day)
    {
        foreach (var leave in state.Stay.Leaves)
        {
            if (day >= state.TimeZone.DayNumber(leave.From) && (leave.To is not { } back || day <= state.TimeZone.DayNumber(back)))
                return true;
        }
        return false;
    }
}
