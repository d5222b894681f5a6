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
        List<string>? shown = null;
        lock (_lock)
        {
            foreach (var check in _checks)
            {
                if (check is { FindingKeys.Length: > 0 } && check.Person == person)
                    (shown ??= []).AddRange(check.FindingKeys);
            }
        }
        return shown is null ? [] : shown;
    }

    public RecentCheck? Find(string checkId)
    {
        lock (_lock)
            return Array.Find(_checks, check => check?.CheckId == checkId);
    }
}
