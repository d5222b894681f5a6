using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OrderCheck.Cli.Verbs;

/// <summary>The one JSON object that ends a verb's output under <c>--json</c>.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(IEnumerable<KeyValuePair<string, object>> figures) =>
        JsonSerializer.Serialize(new Dictionary<string, object>(figures), Readable);
}
