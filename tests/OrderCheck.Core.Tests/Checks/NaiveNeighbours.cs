using OrderCheck.Core.Charges;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>
/// The referee of rules about other items: looks through the raw charges as a person would, with the windows as the rules'
/// texts define them. Written from the definition, not from the code.
/// </summary>
internal sealed class NaiveNeighbours(IReadOnlyList<Charge> charges)
{
    /// <summary>Which of the items are charged around that moment, and not wholly taken back.</summary>
    public IEnumerable<string> Around(DateTimeOffset at, string window, params string[] items) =>
        charges
            .GroupBy(charge => (charge.ItemCode, At: charge.RefundedOccurredAt ?? charge.OccurredAt))
            .Where(moment => moment.Sum(charge => charge.Quantity) > 0 && IsIn(window, at, moment.Key.At))
            .Select(moment => moment.Key.ItemCode!)
            .Where(items.Contains)
            .Distinct();

    private static bool IsIn(string window, DateTimeOffset one, DateTimeOffset other) => window switch
    {
        "单次就诊" => true,
        "单日" => Wall(one).Date == Wall(other).Date,
        "同一小时" => Wall(one).Date == Wall(other).Date && Wall(one).Hour == Wall(other).Hour,
        _ => (one - other).Duration() <= TimeSpan.FromHours(6),
    };

    private static DateTimeOffset Wall(DateTimeOffset at) => at.ToOffset(When.Shanghai);
}
