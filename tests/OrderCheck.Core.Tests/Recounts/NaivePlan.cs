using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;

namespace OrderCheck.Core.Tests.Recounts;

/// <summary>
/// An order read as a nurse reads it: how often a day, on which days, until when. Knows qd, bid, tid and qod for a number of days.
/// Written from the definition, not from the code.
/// </summary>
internal static class NaivePlan
{
    public static int FirstDay(Order order) => NaiveDays.DayOf(order.StartAt);

    public static int LastDay(Order order) => FirstDay(order) + order.Days!.Value - 1;

    /// <summary>Behind the last day's midnight.</summary>
    public static DateTimeOffset End(Order order) => When.Day(LastDay(order) + 1, 0);

    public static int TimesOn(Order order, int day) =>
        day < FirstDay(order) || day > LastDay(order) ? 0 : order.Frequency switch
        {
            "bid" => 2,
            "tid" => 3,
            "qod" => (day - FirstDay(order)) % 2 == 0 ? 1 : 0,
            _ => 1,
        };

    public static IEnumerable<int> Days(Order order) => Enumerable.Range(FirstDay(order), order.Days!.Value).Where(day => TimesOn(order, day) > 0);

    /// <summary>Each day begins at the clock of the first one; the executions of a day are spread from there to midnight.</summary>
    public static IEnumerable<DateTimeOffset> Moments(Order order) => Days(order).SelectMany(day =>
    {
        var first = When.Day(day, 0) + order.StartAt.ToOffset(When.Shanghai).TimeOfDay;
        return Enumerable.Range(0, TimesOn(order, day)).Select(time => first + ((When.Day(day + 1, 0) - first) / TimesOn(order, day) * time));
    });
}
