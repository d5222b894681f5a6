using OrderCheck.Core.Findings;

namespace OrderCheck.Grains.Checks;

/// <summary>Decisions that were recorded, each with the rule whose finding it answers.</summary>
/// <param name="At">When they were recorded.</param>
internal sealed record RulesDecided(string Hospital, DateTimeOffset At, IReadOnlyList<(string Rule, DecisionKind Kind)> Rules)
{
    /// <param name="decisions">As they are recorded, with all keys of a card.</param>
    /// <param name="cited">The checks that had the findings, by id: of what they do not have nobody knows the rule.</param>
    public static RulesDecided? Of(
        string hospital, DateTimeOffset at, IEnumerable<DecisionRecorded> decisions, IReadOnlyDictionary<string, RecentCheck> cited)
    {
        List<(string, DecisionKind)>? rules = null;
        foreach (var decision in decisions)
        {
            if (!cited.TryGetValue(decision.CheckId, out var check))
                continue;
            foreach (var key in decision.AlsoKeys.Prepend(decision.FindingKey))
            {
                if (check.RuleOf(key) is { } rule)
                    (rules ??= []).Add((rule, decision.Kind));
            }
        }
        return rules is null ? null : new RulesDecided(hospital, at, rules);
    }
}
