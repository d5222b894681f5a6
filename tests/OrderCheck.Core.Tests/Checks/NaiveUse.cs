using OrderCheck.Core.Charges;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>
/// The referee of the window functions: counts over raw lines as a person with a calculator would, without any of the
/// evaluator's timelines. Written from the definition, not from the code.
/// </summary>
internal sealed class NaiveUse(IReadOnlyList<NaiveLine> lines)
{
    /// <summary>Charges less refunds, plus what each order plans more than was charged for it on that day; of that and the charges without an order, the greater.</summary>
    public decimal OnDay(DateOnly day)
    {
        var billed = lines.Where(line => line.Billed && line.Day == day).ToList();
        var linked = billed.Where(line => line.Order is not null).Sum(line => line.Quantity);
        var free = billed.Where(line => line.Order is null).Sum(line => line.Quantity);
        var open = lines.Where(line => !line.Billed && line.Day == day)
            .GroupBy(line => line.Order)
            .Sum(plan => Math.Max(0, plan.Sum(line => line.Quantity) - billed.Where(line => line.Order == plan.Key).Sum(line => line.Quantity)));
        return linked + Math.Max(open, free);
    }

    /// <summary>What was billed less what was taken back, and the price of what is planned and not billed.</summary>
    public decimal YuanOnDay(DateOnly day, decimal price) =>
        lines.Where(line => line.Billed && line.Day == day).Sum(line => line.Yuan)
        + ((OnDay(day) - lines.Where(line => line.Billed && line.Day == day).Sum(line => line.Quantity)) * price);

    public decimal Between(DateOnly first, DateOnly last) => Days(first, last).Sum(OnDay);

    public int DaysWithUse(DateOnly first, DateOnly last) => Days(first, last).Count(day => OnDay(day) > 0);

    /// <summary>The fullest window of so many hours that holds the moment, by billed lines only.</summary>
    public decimal BilledInHours(DateTimeOffset at, int hours) =>
        lines.Where(line => line.Billed).Select(line => line.At).Append(at)
            .Where(end => end >= at && end < at.AddHours(hours))
            .Max(end => lines.Where(line => line.Billed && line.At > end.AddHours(-hours) && line.At <= end).Sum(line => line.Quantity));

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }
}

/// <param name="Billed">False: planned.</param>
internal sealed record NaiveLine(DateTimeOffset At, decimal Quantity, string? Order, bool Billed)
{
    public decimal Yuan { get; init; }

    public DateOnly Day => DateOnly.FromDateTime(At.ToOffset(When.Shanghai).DateTime);

    public static NaiveLine Of(Charge charge) => new(charge.RefundedOccurredAt ?? charge.OccurredAt, charge.Quantity, charge.OrderId, true) { Yuan = charge.Amount.ToYuan() };
}
