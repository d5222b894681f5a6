using System.Globalization;
using System.Text.RegularExpressions;

namespace OrderCheck.Cli.Nhsa;

/// <summary>The official document that a row comes from.</summary>
internal static partial class Origin
{
    /// <summary>"国家医疗保障局“两库”知识点第6批（2025-08-26）", "…2026年1月更新（2026-01-28）".</summary>
    public static string Of(KnowledgePoint point) => point.Document ?? $"国家医疗保障局“两库”知识点{NameOf(point.Batch)}（{point.PublishedAt:yyyy-MM-dd}）";

    /// <summary>"第6批", "2026年1月更新"; what is neither, as it is written.</summary>
    /// <param name="batch">As the published tables number it: "6", "updates_2026-01".</param>
    public static string NameOf(string batch)
    {
        if (batch.All(char.IsAsciiDigit))
            return $"第{batch}批";
        return Update().Match(batch) is { Success: true } update
            ? $"{update.Groups["year"].Value}年{int.Parse(update.Groups["month"].ValueSpan, CultureInfo.InvariantCulture)}月更新"
            : batch;
    }

    [GeneratedRegex("^updates_(?<year>[0-9]{4})-(?<month>[0-9]{2})$")]
    private static partial Regex Update();
}
