using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Orders;

/// <summary>For how many days what is ordered lasts.</summary>
internal static class SupplyDays
{
    private const int HoursOfADay = 24;

    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <param name="line">The expected line of the ordered item.</param>
    /// <returns>The days that the order names, or those that its quantity lasts at its dose where they are more; null where neither can be told.</returns>
    public static int? Of(Order order, ExpectedLine line, CodeTables codes, HospitalDictionary dictionary)
    {
        var frequency = order.Frequency is { } code ? codes.Frequencies.GetValueOrDefault(code) : null;
        var ordered = Ordered(order, frequency, dictionary.Hospital.TimeZone);
        return order.Kind == OrderKind.Drug && Lasts(order, line, frequency, dictionary) is { } lasts && !(ordered > lasts) ? lasts : ordered;
    }

    private static int? Ordered(Order order, Frequency? frequency, TimeZoneInfo zone)
    {
        if (order is { Kind: OrderKind.Drug, Dose: null, Route: null, Frequency: null })
            return OfBilledLine(order);
        if (order.Days is { } days)
            return days;
        if (order.Kind == OrderKind.Herb)
            return order.Quantity is not null && HerbQuantity.Sets(order) is { } sets ? (int)Math.Clamp(decimal.Ceiling(sets), 1, ExecutionTimes.LongestDays) : null;
        if (order.EndAt is { } end && (order.LongTerm || order.Frequency is not null))
            return Math.Max(1, zone.DayNumber(end) - zone.DayNumber(order.StartAt) + 1);
        // Once: unless more was ordered than one dose, see below.
        return order is { LongTerm: false, Dose: null } && (order.Frequency is null || frequency is { PeriodDays: 0, EveryHours: null }) ? 1 : null;
    }

    /// <summary>
    /// What tells neither dose nor route nor frequency, as a line of NHSA 3101 does, tells what is billed. It lasts from its start
    /// to its stop where these lie days apart; one day of a long-term order is one of its executions, and no supply.
    /// </summary>
    private static int? OfBilledLine(Order order)
    {
        if (order is { LongTerm: false, Days: null, EndAt: { } end } && end - order.StartAt >= OneDay)
            return (int)Math.Ceiling((end - order.StartAt) / OneDay);
        return order is { LongTerm: true, Days: 1 } ? null : order.Days;
    }

    /// <summary>Whole days that the quantity lasts; what is left of an opened unit is lost with each dose.</summary>
    private static int? Lasts(Order order, ExpectedLine line, Frequency? frequency, HospitalDictionary dictionary)
    {
        if (order is not { Dose: { } dose, LongTerm: false } || line is not { Item: { } item, QuantityKnown: true })
            return null;
        if (order.Quantity is null)
            return order.Frequency is null || frequency is { PeriodDays: 0, EveryHours: null } ? 1 : null;
        if (UnitsOf(item, dictionary, dose.Value, dose.Unit) is not { } units || units <= 0 || ADay(order, frequency) is not { } times)
            return null;
        var days = line.Quantity / (decimal.Ceiling(units) * times);
        return (int)Math.Clamp(decimal.Floor(days), 1, int.MaxValue);
    }

    private static decimal? UnitsOf(CatalogueItem item, HospitalDictionary dictionary, decimal value, string unit)
    {
        if (item.Unit is { } billed && dictionary.Convert(item.Code, value, unit, billed) is { } direct)
            return direct;
        return item is { Strength: { } strength and > 0, StrengthUnit: { } own } && dictionary.Convert(item.Code, value, unit, own) is { } dose
            ? dose / strength
            : null;
    }

    /// <summary>Executions a day; null where the frequency is not known.</summary>
    private static decimal? ADay(Order order, Frequency? frequency) => frequency switch
    {
        { EveryHours: { } hours } => (decimal)HoursOfADay / hours,
        { PeriodDays: > 0 } => (decimal)frequency.Times / frequency.PeriodDays,
        null when order.Frequency is not null => null,
        _ => 1,
    };
}
