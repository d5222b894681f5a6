using Microsoft.AspNetCore.Http.Features;

namespace OrderCheck.Server.Json;

/// <summary>
/// A slash inside a field of the path, a visit number 2026/001 say, is sent as %2F. Kestrel leaves that alone while it decodes
/// everything else, %25 too, so that what routing reads of %2F and of %252F is the same: only the raw target tells them apart.
/// </summary>
internal static class PathSlashes
{
    private const string Escaped = "%2F";

    /// <summary>Gives the fields that routing read from the path the values that were sent.</summary>
    /// <returns>False where that cannot be told: the path must not be taken for another one.</returns>
    public static bool Decode(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var sent = end < 0 ? target : target[..end];
        if (!sent.Contains(Escaped, StringComparison.OrdinalIgnoreCase) && !Keeps(context.Request.Path.Value))
            return true;
        var (raw, read) = (sent.Split('/'), (context.Request.Path.Value ?? "").Split('/'));
        // Kestrel took steps like /../ out, or the target is a whole address.
        if (raw.Length != read.Length)
            return false;
        foreach (var (name, value) in context.Request.RouteValues.ToArray())
        {
            if (value is not string text || !Keeps(text))
                continue;
            // A field begins its segment; behind it there is at most the method's verb.
            var place = Array.FindIndex(read, segment => segment.StartsWith(text, StringComparison.Ordinal));
            if (place < 0)
                return false;
            context.Request.RouteValues[name] = Uri.UnescapeDataString(raw[place])[..^(read[place].Length - text.Length)];
        }
        return true;
    }

    private static bool Keeps(string? text) => text?.Contains(Escaped, StringComparison.OrdinalIgnoreCase) == true;
}
