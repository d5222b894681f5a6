using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Writes a rule file with one rule that is right, except for what a test changes.</summary>
internal static class RuleJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Rule(string expression = "limit.Sex != patient.Sex", string knowledge = "sex_limits", string name = "a-rule") => new()
    {
        ["RuleName"] = name,
        ["Expression"] = expression,
        ["ErrorMessage"] = "【$(item.Name)】",
        ["Properties"] = new JsonObject
        {
            ["title"] = "标题",
            ["family"] = "性别",
            ["domain"] = "payment",
            ["severity"] = "violation",
            ["response"] = "justify",
            ["stages"] = "O C",
            ["decisions"] = "withdraw override",
            ["knowledge"] = knowledge,
            ["state"] = "active",
        },
    };

    public static RuleFile File(params JsonObject[] rules) => File("payment/test.json", rules);

    public static RuleFile File(string path, params JsonObject[] rules)
    {
        var workflow = new JsonObject { ["WorkflowName"] = "test", ["Rules"] = new JsonArray([.. rules]) };
        return new RuleFile(path, workflow.ToJsonString(Indented));
    }

    public static JsonObject Set(this JsonObject rule, string name, JsonNode? value)
    {
        rule[name] = value;
        return rule;
    }

    public static JsonObject SetProperty(this JsonObject rule, string name, string value)
    {
        rule["Properties"]![name] = value;
        return rule;
    }

    public static JsonObject Without(this JsonObject rule, string name)
    {
        if (!rule.Remove(name))
            rule["Properties"]!.AsObject().Remove(name);
        return rule;
    }
}
