using OrderCheck.Core.Charges;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>What the orders of this call are going to use; nothing where charges are judged.</summary>
/// <param name="orders">How many orders there are, about.</param>
internal sealed class JudgedPlan(int orders = 0)
{
    private readonly Dictionary<UseKey, List<PlannedEntry>> _entries = new(orders);
    private readonly HashSet<string> _replaced = new(orders, StringComparer.Ordinal);

    public IEnumerable<UseKey> Keys => _entries.Keys;

    /// <summary>Whether an order names a code that maps to no item.</summary>
    public bool HasUncoded { get; set; }

    public List<PlannedEntry>? Find(UseKey key) => _entries.GetValueOrDefault(key);

    /// <summary>Final and draft ids of what is judged.</summary>
    public IEnumerable<string> ReplacedIds => _replaced;

    /// <summary>Whether what the state knows of that order is what this call asks about, under its final or its draft id.</summary>
    public bool Replaces(string orderId) => _replaced.Contains(orderId);

    /// <returns>False where an order of that id was there already.</returns>
    public bool Replace(Order order)
    {
        var added = _replaced.Add(order.Id);
        if (order.DraftId is { } draft)
            _replaced.Add(draft);
        return added;
    }

    /// <param name="drafted">Not signed yet, nor the re-issue of an order that was.</param>
    public void Add(Order order, string root, bool drafted, ExpectedLine line)
    {
        var key = new UseKey(order.InfantNo, line.ItemCode);
        if (!_entries.TryGetValue(key, out var entries))
            _entries[key] = entries = new List<PlannedEntry>(line.Uses.Length);
        foreach (var use in line.Uses)
            entries.Add(new PlannedEntry(order.Id, root, use, line, drafted));
    }
}
