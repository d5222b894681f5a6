namespace OrderCheck.Cli.Nhsa;

/// <summary>What became of a point: exactly one of these.</summary>
internal enum PointFate
{
    Superseded,
    Executable,
    Text,
    Rejected,
}

/// <summary>How many points of each rule became what, and why.</summary>
internal sealed class ImportTally
{
    private readonly Dictionary<string, int[]> _classes = [];
    private readonly SortedDictionary<(string RuleClass, string Why), int> _reasons = [];

    /// <summary>Rule classes in the order in which they were met.</summary>
    public IReadOnlyList<string> RuleClasses => [.. _classes.Keys];

    public IReadOnlyDictionary<(string RuleClass, string Why), int> Reasons => _reasons;

    public void Count(string ruleClass, PointFate fate)
    {
        if (!_classes.TryGetValue(ruleClass, out var counts))
            _classes[ruleClass] = counts = new int[4];
        counts[(int)fate]++;
    }

    /// <summary>Counts a point that stays prose, with the reason.</summary>
    public void CountText(string ruleClass, string why)
    {
        Count(ruleClass, PointFate.Text);
        _reasons[(ruleClass, why)] = _reasons.GetValueOrDefault((ruleClass, why)) + 1;
    }

    public int Of(string ruleClass, PointFate fate) => _classes[ruleClass][(int)fate];

    public int Of(PointFate fate) => _classes.Values.Sum(counts => counts[(int)fate]);

    public int Points => _classes.Values.Sum(counts => counts.Sum());
}
