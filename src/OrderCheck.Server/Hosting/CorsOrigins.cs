namespace OrderCheck.Server.Hosting;

/// <summary>The setting --cors-origins.</summary>
internal static class CorsOrigins
{
    public static string[] Read(string? setting) => (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A scheme, a host and perhaps a port: what a browser sends as Origin. No wildcard: keys travel with these calls.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && !uri.Host.Contains('*', StringComparison.Ordinal)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
}
