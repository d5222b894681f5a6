namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Which rules of the bureau and of ours mean the same: of one code or name, or said to be the same by the hospital.</summary>
public sealed class RuleEquivalents
{
    private readonly Dictionary<string, int> _groups = [];

    /// <param name="groups">Each a list of codes and names of one rule: ["药品限支付疗程", "GZ10000101010000", "payment.course"].</param>
    public RuleEquivalents(IEnumerable<IReadOnlyList<string>> groups)
    {
        var number = 0;
        foreach (var group in groups)
        {
            var known = group.Select(RuleNames.Normal).Where(_groups.ContainsKey).Select(name => _groups[name]).ToHashSet();
            number++;
            foreach (var name in group.Select(RuleNames.Normal).Where(static name => name.Length > 0))
                _groups[name] = number;
            // Groups that share a name are one.
            foreach (var name in _groups.Where(one => known.Contains(one.Value)).Select(static one => one.Key).ToList())
                _groups[name] = number;
        }
    }

    /// <summary>No rule is said to be the same as another.</summary>
    public static RuleEquivalents None { get; } = new([]);

    public bool Same(ResultRow left, ResultRow right)
    {
        if (left.RuleId.Length > 0 && left.RuleId == right.RuleId)
            return true;
        var names = Meanings(right).ToHashSet();
        return Meanings(left).Any(names.Contains);
    }

    private IEnumerable<string> Meanings(ResultRow row)
    {
        var name = RuleNames.Normal(row.RuleName);
        if (name.Length > 0)
            yield return name;
        if (_groups.TryGetValue(name, out var byName))
            yield return $"#{byName}";
        if (_groups.TryGetValue(RuleNames.Normal(row.RuleId), out var byCode))
            yield return $"#{byCode}";
    }
}
