namespace OrderCheck.Core.Rules.Reading;

/// <summary>Reads one rule: RulesEngine's own properties, and ours in its Properties.</summary>
internal static class RuleReader
{
    private const int MaxName = 100;

    private static readonly Dictionary<string, bool> Known = new()
    {
        ["RuleName"] = true,
        ["Expression"] = true,
        ["ErrorMessage"] = false,
        ["Properties"] = true,
    };

    private static readonly Dictionary<string, string> Refused = new()
    {
        ["Rules"] = "a rule with rules in it ignores its own expression; write one expression.",
        ["Operator"] = "write the condition as one expression.",
        ["LocalParams"] = "rules read the vocabulary only.",
        ["WorkflowsToInject"] = "each execution would append the injected rules again.",
        ["WorkflowRulesToInject"] = "each execution would append the injected rules again.",
        ["RuleExpressionType"] = "every rule is a lambda expression.",
        ["Enabled"] = "say it with the property 'state'.",
        ["Actions"] = "a rule judges, it does nothing.",
        ["SuccessEvent"] = "a rule judges, it does nothing.",
        ["ErrorType"] = "say it with the property 'severity'.",
    };

    public static WrittenRule? Read(JsonValue value, JsonText text, List<Fault> faults)
    {
        if (JsonObject.Open(value, "A rule", Known, Refused, text, faults) is not { } rule)
            return null;
        var name = rule.FilledText("RuleName");
        if (name is { Length: > MaxName })
            rule.Fault("RuleName", $"The name has {name.Length} characters; at most {MaxName} are allowed.");
        var expression = rule.FilledText("Expression");
        var properties = rule.Find("Properties") is { } found ? RuleProperties.Open(found, text, faults) : null;
        var (messageHolder, message) = Message(rule, properties);
        var definition = properties?.Read(name ?? "", expression ?? "", message ?? "");
        var canCompile = expression is not null && message is not null && properties is { KnowledgeIsKnown: true };
        return new WrittenRule(
            name ?? "",
            canCompile ? definition : null,
            fault => rule.Fault("RuleName", fault),
            (fault, offset) => rule.Fault("Expression", fault, offset),
            (fault, offset) => messageHolder(fault, offset));
    }

    /// <summary>RulesEngine's own ErrorMessage, or "message" among the properties.</summary>
    private static (Action<string, int> AtMessage, string? Message) Message(JsonObject rule, RuleProperties? properties)
    {
        var own = rule.FilledText("ErrorMessage");
        var ours = properties?.Message;
        if (own is not null && ours is not null)
            rule.Fault("ErrorMessage", "The message is there twice: as 'ErrorMessage' and as the property 'message'.");
        if (own is null && ours is null && properties is not null)
            rule.Fault("RuleName", "The rule lacks a message: give 'ErrorMessage', or the property 'message'.");
        return own is not null || properties is null
            ? ((fault, offset) => rule.Fault("ErrorMessage", fault, offset), own)
            : (properties.AtMessage, ours);
    }
}
