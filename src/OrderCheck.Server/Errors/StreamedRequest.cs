using System.Globalization;

namespace OrderCheck.Server.Errors;

/// <summary>What a request of a stream is called in paths of fields: requests[3], the first is 0.</summary>
internal static class StreamedRequest
{
    public const string List = "requests";

    public static string Path(long index) => string.Create(CultureInfo.InvariantCulture, $"{List}[{index}]");

    /// <param name="path">requests[3].case.sex, or another.</param>
    /// <returns>The path as the request itself has it: case.sex; "" for the request as a whole.</returns>
    public static string Within(string path)
    {
        if (!path.StartsWith(List + '[', StringComparison.Ordinal))
            return path;
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return path[(end + 1)..].TrimStart('.');
    }
}
