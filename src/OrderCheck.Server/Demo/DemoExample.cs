using System.Globalization;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Server.Demo;

/// <summary>A call that can be pasted into a shell: an order for a demo inpatient that has something to say.</summary>
internal static class DemoExample
{
    /// <summary>The first inpatient; others are ZY000002 and so on.</summary>
    private const string VisitNumber = "ZY000001";

    public static string Curl(string http, Release release, DateTimeOffset now)
    {
        var code = FindItem(release, DateOnly.FromDateTime(now.UtcDateTime));
        var at = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $$"""
            curl -s -H 'x-api-key: demo' -H 'content-type: application/json' {{http}}/v1/orders:check -d '
              {"encounter":{"visit_number":"{{VisitNumber}}"},
               "orders":[{"id":"example-1","kind":"ORDER_KIND_SERVICE","item_code":"{{code}}","quantity":{"value":"30","unit":"次"},"start_at":"{{at}}"}]}'
            """;
    }

    /// <summary>An item that may be used only so often, so that thirty at once are too many for anybody.</summary>
    private static string FindItem(Release release, DateOnly today)
    {
        foreach (var kind in new[] { KnowledgeKind.FrequencyLimits, KnowledgeKind.SexLimits })
        {
            if (release.Knowledge.TryGetValue(kind, out var rows)
                && rows.FirstOrDefault(r => !r.IsPrefix && release.Catalogue.FindItem(r.ItemCode, today) is { Kind: "项目" }) is { } row)
                return row.ItemCode;
        }

        return release.Catalogue.Codes.Order(StringComparer.Ordinal).FirstOrDefault() ?? "unknown";
    }
}
