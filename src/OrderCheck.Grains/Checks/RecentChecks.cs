namespace OrderCheck.Grains.Checks;

/// <summary>The encounter's last checks, in memory alone: older ones are in the store.</summary>
internal sealed class RecentChecks
{
    /// <summary>A doctor signs what was checked a moment ago; more would only cost memory.</summary>
    public const int Most = 16;

    private readonly Dictionary<string, RecentCheck> _checks = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public void Add(string checkId, RecentCheck check)
    {
        if (_checks.TryAdd(checkId, check))
            _order.Enqueue(checkId);
        if (_order.Count > Most)
            _checks.Remove(_order.Dequeue());
    }

    /// <summary>
    /// What this person was told of the encounter lately: it comes back folded, not absent. Nobody knows what a caller
    /// without a person has seen.
    /// </summary>
    public IReadOnlyCollection<string> ShownTo(string person) =>
        person.Length == 0 ? [] : [.. _checks.Values.Where(check => check.Person == person).SelectMany(check => check.FindingKeys).Distinct(StringComparer.Ordinal)];

    public RecentCheck? Find(string checkId) => _checks.GetValueOrDefault(checkId);
}
