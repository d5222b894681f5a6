using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>目录.md: a line for each history, with what it is an example of and the rules that speak in it and that must not.</summary>
internal static partial class WardOverview
{
    public const string File = "目录.md";

    public static string Text(IReadOnlyList<WardHistory> histories)
    {
        var page = new StringBuilder("# 病房病例目录\n\n");
        page.Append("每个病例一行：是什么情形的例子，哪些规则应当提示。写法见 [README.md](README.md)。\n");
        foreach (var file in histories.GroupBy(history => history.File))
        {
            page.Append("\n## ").Append(Path.GetFileNameWithoutExtension(file.Key)).Append("\n\n| 病例 | 场景 | 应提示 |\n| --- | --- | --- |\n");
            foreach (var history in file)
                page.Append("| ").AppendJoin(" | ", history.Name, string.Join('、', history.Scenes), string.Join(' ', Expected(history.Told))).Append(" |\n");
        }
        return page.ToString();
    }

    private static IEnumerable<string> Expected(JsonElement told) => told.GetProperty("经过").EnumerateArray()
        .Where(step => step.TryGetProperty("应提示", out _))
        .SelectMany(step => WardEntry.Each(step.GetProperty("应提示")))
        .Where(expected => expected.ValueKind == JsonValueKind.String || !Never().IsMatch(expected.GetRawText()))
        .Select(expected => expected.ValueKind == JsonValueKind.String ? expected.GetString()! : expected.GetProperty("规则").GetString()!)
        .Distinct()
        .Select(rule => $"`{rule}`");

    [GeneratedRegex("\"次数\": 0\\b")]
    private static partial Regex Never();
}
