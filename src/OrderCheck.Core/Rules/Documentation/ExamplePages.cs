using System.Text;
using System.Text.Json;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Rules.Cases;

namespace OrderCheck.Core.Rules.Documentation;

/// <summary>One worked example of each family for rules/README.md: a rule, a case it must catch, and what it says to it.</summary>
internal static class ExamplePages
{
    private const string Cases = "病例";

    private static readonly string[] Told = ["知识", "医院", "患者", "此前", "现在"];

    public static string Examples(Release release, RuleFolder folder, IReadOnlyList<RuleCase> cases)
    {
        var text = new StringBuilder();
        foreach (var family in RuleFamily.All)
        {
            var caught = release.Rules
                .Where(rule => rule.Definition.Family == family.Name)
                .Select(rule => (Rule: rule.Definition, Case: cases.FirstOrDefault(known => known.Shows.TryGetValue(rule.Definition.Name, out var shown) && shown == CaseKind.Fires)))
                .FirstOrDefault(example => example.Case is not null);
            if (caught.Case is { } ruleCase)
                text.Append(text.Length > 0 ? "\n" : "").Append(Example(family, caught.Rule, ruleCase, folder));
        }
        return text.ToString();
    }

    private static string Example(RuleFamily family, RuleDefinition rule, RuleCase ruleCase, RuleFolder folder) =>
        $"""
        ### {family.Name}：{rule.Title}

        规则 `{rule.Name}`，限定取自 `knowledge/{Knowledge.KnowledgeKinds.NameOf(rule.Knowledge)}.csv`：

        ```
        {rule.Expression}
        ```

        病例“{ruleCase.Name}”（`{ruleCase.File}`）：

        ```json
        {History(ruleCase, folder)}
        ```

        提示：{Said(rule, ruleCase)}

        """.ReplaceLineEndings("\n");

    private static string History(RuleCase ruleCase, RuleFolder folder)
    {
        using var document = JsonDocument.Parse(folder.Find(ruleCase.File)!.Text);
        var written = document.RootElement.GetProperty(Cases).EnumerateArray().First(one => one.GetProperty(Cases).GetString() == ruleCase.Name);
        return string.Join("\n", Told.Where(name => written.TryGetProperty(name, out _)).Select(name => $"\"{name}\": {OneLine(written.GetProperty(name))}"));
    }

    /// <summary>As in the file, without its line breaks.</summary>
    private static string OneLine(JsonElement element) =>
        string.Join(" ", element.GetRawText().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Said(RuleDefinition rule, RuleCase ruleCase)
    {
        var answer = CaseRunner.Answer(ruleCase);
        if (answer.Findings.FirstOrDefault(finding => finding.Rule == rule.Name) is { } finding)
            return $"{finding.Message}（{Severity(finding)}，{Response(finding)}）";
        return rule.IsFlag && answer.Flags.Count > 0 ? $"标识“{answer.Flags[0].Text}”" : "";
    }

    private static string Severity(Finding finding) => CaseWords.Severities.First(word => word.Value == finding.Severity).Key;

    private static string Response(Finding finding) => CaseWords.Responses.First(word => word.Value == finding.Response).Key;
}
