using OrderCheck.Core.Checks;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Checks;

/// <summary>What a later write needs of a check that it cites.</summary>
/// <param name="CheckId">As it was told.</param>
/// <param name="Person">Who saw it, "" if not known.</param>
/// <param name="Complete">Everything was judged.</param>
/// <param name="FindingKeys">What its reader was told.</param>
/// <param name="Orders">What it judged, with the ids they had then.</param>
internal sealed record RecentCheck(string CheckId, string Person, bool Complete, string[] FindingKeys, CheckedOrder[] Orders)
{
    public static RecentCheck Of(string person, CheckAnswer answer, IReadOnlyList<Order> orders)
    {
        var keys = answer.Findings.Count == 0 ? [] : new string[answer.Findings.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = answer.Findings[i].Key;
        var judged = orders.Count == 0 ? [] : new CheckedOrder[orders.Count];
        for (var i = 0; i < judged.Length; i++)
            judged[i] = CheckedOrder.Of(orders[i]);
        return new RecentCheck(answer.CheckId, person, answer.State == CheckState.Complete, keys, judged);
    }

    public bool Told(string findingKey) => Array.IndexOf(FindingKeys, findingKey) >= 0;

    /// <summary>Whether the signed order is what this check judged completely; only its id may have become final since.</summary>
    public bool Covers(Order signed) =>
        Complete
        && (Find(signed.Id) ?? (signed.DraftId is { } draft ? Find(draft) : null)) is { } judged
        && judged.Content == CheckedOrder.ContentOf(signed);

    /// <summary>The last one of that id, as the check judged it.</summary>
    private CheckedOrder? Find(string id)
    {
        for (var i = Orders.Length - 1; i >= 0; i--)
        {
            if (Orders[i].Id == id)
                return Orders[i];
        }
        return null;
    }
}
