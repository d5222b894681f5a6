using OrderCheck.Core.Findings;

namespace OrderCheck.Grains.Checks;

/// <summary>Decisions that were recorded, each with the rule whose finding it answers.</summary>
/// <param name="At">When they were recorded.</param>
internal sealed record RulesDecided(string Hospital, DateTimeOffset At, IReadOnlyList<RuleDecided> Rules)
{
    /// <param name="decisions">As they are recorded, with all keys of a card.</param>
    /// <param name="cited">The checks that had the findings, by id: of what they do not have nobody knows the rule.</param>
    /// <param name="before">What had been decided before, by finding key.</param>
    public static RulesDecided? Of(
        string hospital, DateTimeOffset at, IEnumerable<DecisionRecorded> decisions, IReadOnlyDictionary<string, RecentCheck> cited,
        IReadOnlyDictionary<string, DecisionKind> before)
    {
        List<RuleDecided>? rules = null;
        HashSet<string>? answered = null;
        foreach (var decision in decisions)
        {
            if (!cited.TryGetValue(decision.CheckId, out var check))
                continue;
            var seconds = Math.Max(0, (long)(decision.OccurredAt - check.EvaluatedAt).TotalSeconds);
            foreach (var key in decision.AlsoKeys.Prepend(decision.FindingKey))
            {
                if (check.RuleOf(key) is not { } rule)
                    continue;
                var first = !before.ContainsKey(key) && (answered ??= new HashSet<string>(StringComparer.Ordinal)).Add(key);
                (rules ??= []).Add(new RuleDecided(rule, decision.Kind, check.Asked(key), first, seconds, decision.Reason));
            }
        }
        return rules is null ? null : new RulesDecided(hospital, at, rules);
    }
}
