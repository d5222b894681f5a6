using System.Text.Json;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>Reads what a server logged as compact JSON.</summary>
internal static class ServerLogBook
{
    /// <summary>Lines of level Error or Fatal, but for those of the events that a test provokes.</summary>
    public static IReadOnlyList<string> Errors(IEnumerable<string> lines, IReadOnlyCollection<string> expected) =>
        [.. lines.Where(line => IsError(line) && !expected.Any(line.Contains))];

    private static bool IsError(string line)
    {
        if (line.StartsWith("Unhandled exception", StringComparison.Ordinal))
            return true;
        if (!line.StartsWith('{'))
            return false;
        try
        {
            using var entry = JsonDocument.Parse(line);
            return entry.RootElement.TryGetProperty("@l", out var level) && level.GetString() is "Error" or "Fatal";
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
