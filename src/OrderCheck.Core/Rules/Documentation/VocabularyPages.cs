using System.Reflection;
using System.Text;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Knowledge.Reading;
using OrderCheck.Core.Rules.Vocabulary;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Rules.Documentation;

/// <summary>The vocabulary of facts and the columns of knowledge, as tables for rules/README.md, out of the code that checks them.</summary>
internal static class VocabularyPages
{
    private static readonly Dictionary<string, string> SubjectTitles = new()
    {
        ["patient"] = "患者",
        ["visit"] = "就诊",
        ["hospital"] = "医疗机构",
        ["item"] = "项目",
        ["line"] = "本次医嘱或费用",
        ["use"] = "一段时间内的用量",
        ["other"] = "另一项目",
        ["prescription"] = "处方",
        ["budget"] = "费用与参考标准",
        ["diagnosis"] = "诊断",
        ["history"] = "患者的历次就诊",
        ["drug"] = "药品医嘱与同时使用的药品",
        ["allergy"] = "过敏",
        ["firstLine"] = "一线药品",
        ["signer"] = "开立医师",
        ["place"] = "科室",
        ["consent"] = "自费知情同意",
        ["drugList"] = "一同开立的药品",
        ["stay"] = "本次就诊的经过",
        ["coding"] = "诊断与手术编码",
        ["order"] = "费用所执行的医嘱",
        ["payer"] = "费别变更",
        ["pathway"] = "临床路径",
        ["settlement"] = "结算清单",
        ["detail"] = "结算明细",
    };

    public static string Facts()
    {
        var text = new StringBuilder();
        foreach (var (subject, _) in RuleVocabulary.Subjects)
        {
            Title(text, SubjectTitles.TryGetValue(subject, out var title) ? $"`{subject}` {title}" : $"`{subject}`");
            text.Append("| 事实 | 类型 | 单位 | 名称 | 含义 | 可能未知 |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (var entry in RuleVocabulary.Entries.Where(entry => entry.Subject == subject))
                text.Append($"| `{NameOf(entry)}` | {TypeOf(entry.Type)} | {entry.Unit} | {entry.Label} | {entry.Meaning} | {(entry.CanBeMissing ? "是" : "")} |\n");
        }
        return text.ToString();
    }

    public static string Knowledge(Release release)
    {
        var text = new StringBuilder();
        text.Append("每一行都可以有：").AppendJoin("、", KnowledgeReader.OfItem.Concat(KnowledgeReader.OfOrigin).Select(column => $"`{column.Name}`"))
            .Append("。`item_code` 可以是编码，也可以是以 `*` 结尾的编码前缀；`effective_from`、`effective_to` 是首日和末日，空为一直有效。\n");
        text.Append("\n| 每一行都能读到 | 类型 | 含义 |\n| --- | --- | --- |\n");
        foreach (var entry in RuleVocabulary.Entries.Where(static entry => entry.Member.DeclaringType == typeof(KnowledgeRow)))
            text.Append($"| `{NameOf(entry)}` | {TypeOf(entry.Type)} | {Meaning(entry)} |\n");
        foreach (var kind in KnowledgeKinds.All)
        {
            Title(text, $"`{KnowledgeKinds.NameOf(kind)}.csv`");
            string[] rules = [.. release.Rules.Where(rule => rule.Definition.Knowledge == kind).Select(rule => $"`{rule.Definition.Name}`")];
            text.Append($"规则：{(rules.Length == 0 ? "无" : string.Join("、", rules))}\n\n| 列 | 必有 | 规则里的写法 | 类型 | 含义 |\n| --- | --- | --- | --- | --- |\n");
            var members = MembersOf(kind);
            foreach (var column in KnowledgeColumns.Of(kind))
                text.Append($"| `{column.Name}` | {(column.Required ? "是" : "")} | {Reading(members, column)} |\n");
            foreach (var entry in members.Where(entry => !KnowledgeColumns.Of(kind).Any(column => Of(members, column) == entry)))
                text.Append($"| | | `{NameOf(entry)}` | {TypeOf(entry.Type)} | {Meaning(entry)} |\n");
        }
        return text.ToString();
    }

    /// <summary>What rule text reads of a row of that kind, and not of every row.</summary>
    public static IReadOnlyList<VocabularyEntry> MembersOf(KnowledgeKind kind) =>
        [.. RuleVocabulary.Entries.Where(entry => entry.Subject == RuleVocabulary.Limit
            && entry.Member.DeclaringType is { } type && type != typeof(KnowledgeRow) && type.IsAssignableFrom(KnowledgeKinds.RowTypeOf(kind)))];

    private static string Reading(IReadOnlyList<VocabularyEntry> members, CsvColumn column) =>
        Of(members, column) is { } entry ? $"`{NameOf(entry)}` | {TypeOf(entry.Type)} | {Meaning(entry)}" : " | | ";

    /// <summary>max_quantity is MaxQuantity; where nothing is called so, age_group is Group.</summary>
    private static VocabularyEntry? Of(IReadOnlyList<VocabularyEntry> members, CsvColumn column)
    {
        var name = column.Name.Replace("_", "", StringComparison.Ordinal);
        return members.FirstOrDefault(entry => !entry.IsMethod && entry.Member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? members.FirstOrDefault(entry => !entry.IsMethod && name.EndsWith(entry.Member.Name, StringComparison.OrdinalIgnoreCase));
    }

    private static string Meaning(VocabularyEntry entry) => entry.Label == entry.Meaning ? entry.Label : $"{entry.Label}：{entry.Meaning}";

    private static string NameOf(VocabularyEntry entry) =>
        entry.Member is MethodInfo method ? $"{entry.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))})" : entry.Name;

    private static string TypeOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(bool) ? "是否" : plain == typeof(int) ? "整数" : plain == typeof(decimal) ? "数" : plain == typeof(string) ? "文字" : plain.Name;
    }

    private static void Title(StringBuilder text, string title) => text.Append(text.Length > 0 ? "\n" : "").Append("### ").Append(title).Append("\n\n");
}
