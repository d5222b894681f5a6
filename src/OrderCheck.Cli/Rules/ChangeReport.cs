using System.Text;
using OrderCheck.Cli.Nhsa;
using OrderCheck.Core.Rules.Differences;

namespace OrderCheck.Cli.Rules;

/// <summary>Writes the changes between two rules folders so that an insurance officer can read them to the end.</summary>
internal static class ChangeReport
{
    private static readonly Dictionary<ChangeKind, (string Word, string Mark)> Kinds = new()
    {
        [ChangeKind.Added] = ("新增", "+"),
        [ChangeKind.Removed] = ("删除", "-"),
        [ChangeKind.Ended] = ("停用", "x"),
        [ChangeKind.Changed] = ("修改", "~"),
    };

    /// <param name="most">At most so many changes of each table.</param>
    public static string Of(IReadOnlyList<FolderChange> changes, int most)
    {
        if (changes.Count == 0)
            return "没有差异。\n";
        var text = new StringBuilder();
        foreach (var table in changes.GroupBy(static change => change.File.EndsWith(".json", StringComparison.Ordinal) ? "" : change.File))
        {
            text.Append(table.First().Table).Append(table.Key.Length == 0 ? "" : $"（{table.Key}）").Append('：').Append(Counts(table)).Append('\n');
            foreach (var change in table.Take(most))
                text.Append("  ").Append(Line(change)).Append('\n');
            if (table.Count() > most)
                text.Append($"  …… 另有 {table.Count() - most} 条，用 --rows 0 全部列出\n");
        }
        return text.Append($"合计：{Counts(changes)}\n").ToString();
    }

    private static string Counts(IEnumerable<FolderChange> changes) => string.Join('，', changes
        .GroupBy(static change => change.Kind).OrderBy(static kind => kind.Key).Select(static kind => $"{Kinds[kind.Key].Word} {kind.Count()} 条"));

    private static string Line(FolderChange change)
    {
        var (word, mark) = Kinds[change.Kind];
        var origin = change.Batch is { } batch ? $"（{Origin.NameOf(batch)}）" : "";
        var subject = $"{mark} {word} {change.Code} {change.Name}".TrimEnd() + origin;
        return change.Fields.Count == 0 ? $"{subject}：{change.Saying}" : $"{subject}：{string.Join('；', change.Fields.Select(Field))}";
    }

    private static string Field(FieldChange field) => $"{field.Label} {Shown(field.Before)} → {Shown(field.After)}";

    private static string Shown(string value) => value.Length == 0 ? "（空）" : value;
}
