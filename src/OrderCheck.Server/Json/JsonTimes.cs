using System.Globalization;
using System.Text.RegularExpressions;

namespace OrderCheck.Server.Json;

/// <summary>RFC 3339 times: any offset, but one there must be.</summary>
internal static partial class JsonTimes
{
    public const string Allowed = "an RFC 3339 time with its zone, such as 2026-03-01T08:30:00+08:00";

    public static bool IsTime(string text) =>
        Shape().IsMatch(text)
        && DateTime.TryParseExact(text[..19], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Offsets go up to 18 hours, as in protobuf; the date and the time of day are checked by the calendar.</summary>
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
