using System.Text.Json;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>Reads a workflow in RulesEngine's own JSON schema.</summary>
internal static class RuleFileReader
{
    private static readonly Dictionary<string, bool> Known = new() { ["WorkflowName"] = true, ["Rules"] = true };

    private static readonly Dictionary<string, string> Refused = new()
    {
        ["WorkflowsToInject"] = "each execution would append the injected rules again.",
        ["WorkflowRulesToInject"] = "each execution would append the injected rules again.",
        ["GlobalParams"] = "rules read the vocabulary only.",
        ["RuleExpressionType"] = "every rule is a lambda expression.",
    };

    public static IReadOnlyList<WrittenRule> Read(RuleFile file, List<Fault> faults)
    {
        var text = new JsonText(file);
        if (JsonReading.Read(text, faults) is not { } root
            || JsonObject.Open(root, "A workflow", Known, Refused, text, faults) is not { } workflow)
            return [];
        workflow.FilledText("WorkflowName");
        if (workflow.Find("Rules") is not { } rules)
            return [];
        if (rules.Kind != JsonTokenType.StartArray || rules.Elements.Count == 0)
        {
            workflow.Fault("Rules", "'Rules' must be a list of at least one rule.");
            return [];
        }
        return [.. rules.Elements.Select(rule => RuleReader.Read(rule, text, faults)).OfType<WrittenRule>()];
    }
}
