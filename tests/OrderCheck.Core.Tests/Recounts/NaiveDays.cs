using OrderCheck.Core.Charges;
using OrderCheck.Core.Tests.Checks;

namespace OrderCheck.Core.Tests.Recounts;

/// <summary>
/// Raw charges of one item as a person with a calendar looks at them: on which days something is left of it, and for how much.
/// Written from the definition, not from the code.
/// </summary>
internal sealed class NaiveDays(IReadOnlyList<Charge> charges)
{
    /// <summary>Days, numbered as <see cref="When.Day"/> does, on which charges less refunds leave something.</summary>
    public IReadOnlyList<int> Used { get; } =
        [.. charges.GroupBy(DayOf).Where(day => day.Sum(charge => charge.Quantity) > 0).Select(day => day.Key).Order()];

    public decimal Quantity => charges.Sum(charge => charge.Quantity);

    public decimal Yuan(Func<DateOnly, bool> counts) => charges.Where(charge => counts(When.Date(DayOf(charge)))).Sum(charge => charge.Amount.ToYuan());

    /// <summary>A refund takes back the use of the day on which the refunded charge was.</summary>
    public static int DayOf(Charge charge) => DayOf(charge.RefundedOccurredAt ?? charge.OccurredAt);

    public static int DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(at.ToOffset(When.Shanghai).DateTime).DayNumber - When.Date(0).DayNumber;
}
