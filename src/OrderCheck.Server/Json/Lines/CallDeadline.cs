using System.Globalization;

namespace OrderCheck.Server.Json.Lines;

/// <summary>How long a caller gives its call: the header grpc-timeout, as gRPC writes it.</summary>
internal static class CallDeadline
{
    public const string Header = "grpc-timeout";
    public const string Allowed = "1 to 8 digits and a unit: H, M, S, m (milliseconds), u or n, such as 90S";

    private const int MostDigits = 8;

    /// <param name="text">"90S".</param>
    /// <returns>Null if it is no such time.</returns>
    public static TimeSpan? Read(string text) =>
        text.Length is > 1 and <= MostDigits + 1
        && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && TicksOf(text[^1]) is { } unit
            ? TimeSpan.FromTicks((long)(number * unit))
            : null;

    private static double? TicksOf(char unit) => unit switch
    {
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        'S' => TimeSpan.TicksPerSecond,
        'm' => TimeSpan.TicksPerMillisecond,
        'u' => TimeSpan.TicksPerMicrosecond,
        'n' => TimeSpan.TicksPerMicrosecond / 1_000d,
        _ => null,
    };
}
