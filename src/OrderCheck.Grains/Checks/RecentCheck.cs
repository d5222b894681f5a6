using System.Collections.Frozen;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Checks;

/// <summary>What a later write needs of a check that it cites.</summary>
/// <param name="Person">Who saw it, "" if not known.</param>
/// <param name="Complete">Everything was judged.</param>
/// <param name="FindingKeys">What its reader was told.</param>
/// <param name="Orders">What it judged, by the id it had then.</param>
internal sealed record RecentCheck(string Person, bool Complete, FrozenSet<string> FindingKeys, FrozenDictionary<string, Order> Orders)
{
    public static RecentCheck Of(string person, CheckAnswer answer, IEnumerable<Order> orders) => new(
        person,
        answer.State == CheckState.Complete,
        answer.Findings.Select(finding => finding.Key).ToFrozenSet(StringComparer.Ordinal),
        orders.GroupBy(order => order.Id, StringComparer.Ordinal).ToFrozenDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal));

    /// <summary>Whether the signed order is what this check judged completely; only its id may have become final since.</summary>
    public bool Covers(Order signed) =>
        Complete
        && (Orders.TryGetValue(signed.Id, out var judged) || (signed.DraftId is { } draft && Orders.TryGetValue(draft, out judged)))
        && Content(judged) == Content(signed);

    private static Order Content(Order order) => order with { Id = "", Revision = 0, DraftId = null };
}
