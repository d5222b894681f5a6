namespace OrderCheck.Client.Settings;

/// <summary>Finds settings that cannot work; each message names the setting, its value and what it must be.</summary>
internal static class OptionsValidator
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    /// <exception cref="ArgumentException">A setting cannot work; the message names every one.</exception>
    public static void ThrowIfFaulty(OrderCheckClientOptions options)
    {
        var faults = Faults(options).ToList();
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
    }

    public static IEnumerable<string> Faults(OrderCheckClientOptions options) => Caller(options)
        .Concat(Security(options))
        .Concat(Times(options))
        .Concat(options.Breaker is null ? [Null(nameof(options.Breaker))] : Breaking(options.Breaker));

    private static IEnumerable<string> Caller(OrderCheckClientOptions options)
    {
        if (options.Address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return $"{nameof(options.Address)} is {options.Address?.ToString() ?? "null"}; it must be absolute, such as http://127.0.0.1:5081 or https://ordercheck.hospital:5081.";
        if (string.IsNullOrEmpty(options.ApiKey) || options.ApiKey.Any(static c => c is <= ' ' or > '~'))
            yield return $"{nameof(options.ApiKey)} is empty or has characters other than visible ASCII; an administrator makes keys with CreateApiKey.";
        if (options.Hospital is null)
            yield return Null(nameof(options.Hospital));
        if (options.Seat is null)
            yield return Null(nameof(options.Seat));
        if (options.TimeProvider is null)
            yield return Null(nameof(options.TimeProvider));
    }

    private static IEnumerable<string> Security(OrderCheckClientOptions options)
    {
        if (options.Address is not { IsAbsoluteUri: true, Scheme: "http" })
            yield break;
        if (options.CertificateAuthorities is not null)
            yield return $"{nameof(options.CertificateAuthorities)} is set, but {nameof(options.Address)} is {options.Address}; certificates are for https.";
        if (options.ServerCertificateValidation is not null)
            yield return $"{nameof(options.ServerCertificateValidation)} is set, but {nameof(options.Address)} is {options.Address}; certificates are for https.";
    }

    private static IEnumerable<string> Times(OrderCheckClientOptions options)
    {
        IEnumerable<string?> all =
        [
            Time(nameof(options.CheckDeadline), options.CheckDeadline, TimeSpan.FromMilliseconds(30), TimeSpan.FromSeconds(10)),
            Time(nameof(options.ReadDeadline), options.ReadDeadline, Least, Longest),
            Time(nameof(options.WriteDeadline), options.WriteDeadline, Least, Longest),
            Time(nameof(options.WriteAttemptDeadline), options.WriteAttemptDeadline, Least, options.WriteDeadline),
            Time(nameof(options.BatchDeadline), options.BatchDeadline, Least, Longest),
            Time(nameof(options.WriteRetryDelay), options.WriteRetryDelay, TimeSpan.FromMilliseconds(1), LongestDelay),
            Time(nameof(options.WriteLongestRetryDelay), options.WriteLongestRetryDelay, options.WriteRetryDelay, LongestDelay),
            Time(nameof(options.WarmUpDeadline), options.WarmUpDeadline, Least, Longest),
        ];
        return all.OfType<string>();
    }

    private static IEnumerable<string> Breaking(BreakerSettings breaker)
    {
        var (least, most) = (TimeSpan.FromSeconds(0.5), TimeSpan.FromHours(1));
        if (breaker.FailureShare is <= 0 or > 1)
            yield return $"Breaker.{nameof(breaker.FailureShare)} is {breaker.FailureShare}; it must be above 0, and at most 1.";
        if (breaker.LeastChecks < 2)
            yield return $"Breaker.{nameof(breaker.LeastChecks)} is {breaker.LeastChecks}; it must be 2 or more.";
        if (Time($"Breaker.{nameof(breaker.Window)}", breaker.Window, least, most) is { } window)
            yield return window;
        if (Time($"Breaker.{nameof(breaker.Break)}", breaker.Break, least, most) is { } pause)
            yield return pause;
    }

    private static string? Time(string name, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value >= least && value <= most ? null : $"{name} is {value}; it must be {least} to {most}.";

    private static string Null(string name) => $"{name} is null.";
}
