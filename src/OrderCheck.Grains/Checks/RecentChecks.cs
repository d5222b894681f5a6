using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Checks;

/// <summary>The encounter's last checks, in memory alone: older ones are in the store. Safe on any thread.</summary>
internal sealed class RecentChecks
{
    /// <summary>A doctor signs what was checked a moment ago; more would only cost memory.</summary>
    public const int Most = 16;

    private readonly Lock _lock = new();
    private readonly RecentCheck?[] _checks = new RecentCheck?[Most];
    private int _next;

    public void Add(RecentCheck check)
    {
        lock (_lock)
        {
            _checks[_next] = check;
            _next = (_next + 1) % Most;
        }
    }

    /// <summary>
    /// What this person was told of the encounter lately: it comes back folded, not absent. Nobody knows what a caller
    /// without a person has seen.
    /// </summary>
    public IReadOnlyCollection<string> ShownTo(string person)
    {
        if (person.Length == 0)
            return [];
        var reader = TextHash.Of(person);
        lock (_lock)
        {
            var count = 0;
            foreach (var check in _checks)
                count += Told(check, reader).Length;
            if (count == 0)
                return [];
            var shown = new string[count];
            var next = 0;
            foreach (var check in _checks)
            {
                foreach (ref readonly var finding in Told(check, reader))
                    shown[next++] = finding.Key;
            }
            return shown;
        }
    }

    private static ReadOnlySpan<ToldFinding> Told(RecentCheck? check, TextHash reader) => check is not null && check.Person == reader ? check.Findings : [];

    /// <summary>Whatever complete checks have covered, as one; null where there was none.</summary>
    public RecentCheck? Together()
    {
        lock (_lock)
        {
            // From the oldest: of an order that was judged twice, its last content counts.
            RecentCheck[] complete = [.. Enumerable.Range(0, Most).Select(back => _checks[(_next + back) % Most]).OfType<RecentCheck>().Where(static check => check.Complete)];
            return complete.Length == 0 ? null : new RecentCheck(
                default, default, true, [.. complete.SelectMany(static check => check.Findings).Select(static finding => finding with { Asked = false })],
                [.. complete.SelectMany(static check => check.Orders)], []);
        }
    }

    /// <summary>Those of the orders that were last checked with other content under the same id, with those that are known to be changed.</summary>
    public IReadOnlyList<string> ChangedOf(IReadOnlyList<Order> orders, IReadOnlyList<string> known)
    {
        List<string>? changed = null;
        lock (_lock)
        {
            foreach (var order in orders)
            {
                if (LastOf(TextHash.Of(order.Id)) is { } judged && judged.Content != CheckedOrder.ContentOf(order) && !known.Contains(order.Id))
                    (changed ??= [.. known]).Add(order.Id);
            }
        }
        return changed ?? known;
    }

    private CheckedOrder? LastOf(TextHash orderId)
    {
        for (var back = 1; back <= Most; back++)
        {
            if (_checks[(_next - back + Most) % Most]?.Find(orderId) is { } judged)
                return judged;
        }
        return null;
    }

    public RecentCheck? Find(string checkId)
    {
        var id = TextHash.Of(checkId);
        lock (_lock)
            return Array.Find(_checks, check => check?.CheckId == id);
    }
}
