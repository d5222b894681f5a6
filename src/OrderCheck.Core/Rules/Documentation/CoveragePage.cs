using System.Globalization;
using System.Text;
using System.Text.Json;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Documentation;

/// <summary>rules/coverage.md: each of NHSA's rules with what judges it here, or where it is treated instead.</summary>
internal static class CoveragePage
{
    private static readonly Dictionary<RuleState, string> States = new()
    {
        [RuleState.Draft] = "草稿",
        [RuleState.Shadow] = "影子",
        [RuleState.Trial] = "试行",
        [RuleState.Active] = "启用",
        [RuleState.Retired] = "停用",
    };

    public static string Text(Release release, RuleFolder folder, OfficialRules official)
    {
        var files = RuleFiles(folder);
        var byNumber = release.Rules
            .SelectMany(rule => (rule.Definition.Nhsa ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => (Number: int.Parse(number, CultureInfo.InvariantCulture), Rule: rule)))
            .ToLookup(entry => entry.Number, entry => entry.Rule);
        var text = new StringBuilder();
        text.Append(
            """
            # 两库规则覆盖

            国家医疗保障局智能监管“两库”规则（2025年版）共88条，每条由哪些规则、哪些知识在什么环节判断；没有规则的，在哪里处理。

            本页由 `ordercheck rules document rules --write` 生成，不要手改：规则取自规则文件的 `nhsa` 属性，名称取自 `coverage/rules_2025.csv`，原因取自 `coverage/elsewhere.csv`。
            环节：G 登记入院，O 开立，V 核对执行，C 收费，D 出院结算，R 事后。知识行数后括号内是来源规则名与本条相同的行数。

            | 序号 | 名称 | 规则 | 知识（行数） | 环节 | 说明 |
            | --- | --- | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var rule in official.Rules)
            text.Append(Line(rule, [.. byNumber[rule.Number]], files, release, official)).Append('\n');
        int Count(Func<OfficialRule, bool> of) => official.Rules.Count(of);
        var judged = Count(rule => byNumber[rule.Number].Any());
        var elsewhere = Count(rule => !byNumber[rule.Number].Any() && official.Elsewhere.ContainsKey(rule.Number));
        text.Append($"\n有规则的 {judged} 条，在别处处理的 {elsewhere} 条，尚无规则的 {official.Rules.Count - judged - elsewhere} 条。\n");
        return text.ToString();
    }

    private static string Line(OfficialRule official, CompiledRule[] rules, Dictionary<string, string> files, Release release, OfficialRules table)
    {
        if (rules.Length == 0)
            return $"| {official.Number} | {official.Name} | | | | {table.Elsewhere.GetValueOrDefault(official.Number, "尚无规则")} |";
        var names = string.Join("<br>", rules.Select(rule => $"`{rule.Definition.Name}`（`{files[rule.Definition.Name]}`，{States[rule.Definition.State]}）"));
        var rows = string.Join("<br>", rules.Select(rule => rule.Definition.Knowledge).Distinct().Select(kind => Rows(kind, rules, official, release)));
        var stages = string.Join(" ", RuleWords.Stages.Where(stage => Array.Exists(rules, rule => rule.Definition.RunsAt(stage.Value))).Select(stage => stage.Key));
        return $"| {official.Number} | {official.Name} | {names} | {rows} | {stages} | {table.Elsewhere.GetValueOrDefault(official.Number)} |";
    }

    private static string Rows(KnowledgeKind kind, CompiledRule[] rules, OfficialRule official, Release release)
    {
        var rows = release.Knowledge[kind].Where(row => Array.Exists(rules, rule => rule.Definition.Knowledge == kind && rule.AppliesTo(row))).ToList();
        return $"{KnowledgeKinds.NameOf(kind)} {rows.Count}（{rows.Count(row => row.OfficialRuleName == official.Name)}）";
    }

    /// <summary>Rule name to the file that has it.</summary>
    private static Dictionary<string, string> RuleFiles(RuleFolder folder)
    {
        var files = new Dictionary<string, string>();
        foreach (var file in folder.Files.Where(FolderLayout.IsRuleFile))
        {
            using var document = JsonDocument.Parse(file.Text);
            foreach (var rule in document.RootElement.GetProperty("Rules").EnumerateArray())
                files[rule.GetProperty("RuleName").GetString()!] = file.Path;
        }
        return files;
    }
}
