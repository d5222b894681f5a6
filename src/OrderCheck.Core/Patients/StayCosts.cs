using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Patients;

/// <summary>An encounter's charges as its patient's history keeps them: by year and category, and by item and day.</summary>
internal static class StayCosts
{
    /// <summary>What a refund takes back is of the year of the charge that it refunds.</summary>
    public static IReadOnlyList<YearTotal> ByYear(IEnumerable<RecordedFact> facts, TimeZoneInfo zone)
    {
        var totals = new SortedDictionary<(int Year, string Category), Money>();
        foreach (var charge in facts.Select(recorded => recorded.Fact).OfType<Charge>().Where(charge => charge.InfantNo is null))
        {
            var at = charge.RefundOf is null ? charge.OccurredAt : charge.RefundedOccurredAt ?? charge.OccurredAt;
            var key = (zone.Day(at).Year, charge.Category ?? "");
            totals[key] = totals.GetValueOrDefault(key) + charge.Amount;
        }
        return [.. totals.Where(total => total.Value != Money.Zero).Select(total => new YearTotal(total.Key.Year, total.Key.Category, total.Value))];
    }

    /// <summary>By item, then by day; days whose charges were all taken back are left out.</summary>
    public static IReadOnlyList<StayUse> Uses(EncounterState state)
    {
        var uses = new List<StayUse>();
        foreach (var item in state.Uses.Where(item => item.Key.InfantNo is null).OrderBy(item => item.Key.ItemCode, StringComparer.Ordinal))
            AddDays(uses, item.Key.ItemCode, item.Value);
        return uses;
    }

    private static void AddDays(List<StayUse> uses, string item, ItemUses billed)
    {
        var days = new SortedDictionary<int, (decimal Quantity, long Micros)>();
        foreach (ref readonly var use in billed.Span)
        {
            var sum = days.GetValueOrDefault(use.Day);
            days[use.Day] = (sum.Quantity + use.Quantity, sum.Micros + use.AmountMicros);
        }
        foreach (var (day, (quantity, micros)) in days)
        {
            if (quantity != 0)
                uses.Add(new StayUse(item, day, quantity, Money.FromMicros(micros)));
        }
    }
}
