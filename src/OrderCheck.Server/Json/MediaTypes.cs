using Microsoft.Net.Http.Headers;

namespace OrderCheck.Server.Json;

/// <summary>What bodies are, by their content type. All of them are UTF-8.</summary>
internal static class MediaTypes
{
    /// <summary>One JSON text.</summary>
    public const string Json = "application/json";

    /// <summary>A JSON text a line.</summary>
    public const string JsonLines = "application/x-ndjson";

    public static bool IsJson(string? contentType) =>
        Read(contentType) is { } type && (Is(type, Json) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    public static bool IsJsonLines(string? contentType) => Read(contentType) is { } type && Is(type, JsonLines);

    /// <returns>Null if it is none, or in another encoding than UTF-8.</returns>
    private static MediaTypeHeaderValue? Read(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            ? type
            : null;

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}
