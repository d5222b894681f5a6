namespace OrderCheck.Core.Rules.Differences;

/// <summary>The differences of two sets of rules; a rule's name is what it is known by.</summary>
internal static class RuleChanges
{
    private const string State = "state";
    private const string Retired = "retired";

    public static IEnumerable<FolderChange> Between(IReadOnlyList<RuleTexts> before, IReadOnlyList<RuleTexts> after)
    {
        var old = before.DistinctBy(static rule => rule.Name).ToDictionary(static rule => rule.Name, StringComparer.Ordinal);
        var now = after.DistinctBy(static rule => rule.Name).ToDictionary(static rule => rule.Name, StringComparer.Ordinal);
        foreach (var name in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            if (!old.TryGetValue(name, out var was))
                yield return Whole(ChangeKind.Added, now[name]);
            else if (!now.TryGetValue(name, out var rule))
                yield return Whole(ChangeKind.Removed, was);
            else if (Fields(was, rule) is { Count: > 0 } fields)
                yield return Make(Ends(was, rule) ? ChangeKind.Ended : ChangeKind.Changed, rule, fields);
        }
    }

    private static bool Ends(RuleTexts before, RuleTexts after) =>
        after.Properties.GetValueOrDefault(State) == Retired && before.Properties.GetValueOrDefault(State) != Retired;

    private static List<FieldChange> Fields(RuleTexts before, RuleTexts after) =>
    [
        .. before.Properties.Keys.Union(after.Properties.Keys)
            .Select(name => new FieldChange(
                name, PropertyWords.Of(name), Said(name, before.Properties.GetValueOrDefault(name, "")), Said(name, after.Properties.GetValueOrDefault(name, ""))))
            .Where(static field => field.Before != field.After),
    ];

    private static FolderChange Whole(ChangeKind kind, RuleTexts rule) => Make(kind, rule, []);

    private static FolderChange Make(ChangeKind kind, RuleTexts rule, IReadOnlyList<FieldChange> fields) => new(
        rule.File, "规则", kind, rule.Name, rule.Title, Saying(rule), fields, null, null);

    private static string Saying(RuleTexts rule) => string.Join('；', new[] { "severity", "response", State, "stages", "Expression", "ErrorMessage" }
        .Where(rule.Properties.ContainsKey).Select(name => $"{PropertyWords.Of(name)} {Said(name, rule.Properties[name])}"));

    private static string Said(string property, string text) => PropertyWords.ValueOf(property, text);
}
