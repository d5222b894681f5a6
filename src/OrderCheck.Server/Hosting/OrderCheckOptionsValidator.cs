using System.Net;
using Microsoft.Extensions.Options;
using OrderCheck.Server.Nhsa;

namespace OrderCheck.Server.Hosting;

/// <summary>Stops a start with settings that cannot work; each message names the setting, its value and what it must be.</summary>
internal sealed class OrderCheckOptionsValidator : IValidateOptions<OrderCheckOptions>
{
    public ValidateOptionsResult Validate(string? name, OrderCheckOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(OrderCheckOptions options) =>
        [.. Folders(options), .. Ports(options), .. Network(options), .. Origins(options), .. Limits(options), .. Watching(options)];

    private static IEnumerable<string> Folders(OrderCheckOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Data))
            yield return "--data is empty; it must name a folder.";
        else if (File.Exists(options.Data))
            yield return $"--data is {options.Data}, which is a file; it must name a folder.";
        if (options.Checkpoints is { } checkpoints && (string.IsNullOrWhiteSpace(checkpoints) || File.Exists(checkpoints)))
            yield return $"--checkpoints is \"{checkpoints}\"; it must name a folder.";
        if (!Directory.Exists(options.Rules))
            yield return $"--rules is {options.Rules} ({Path.GetFullPath(options.Rules)}), which does not exist; it must name a complete rules folder.";
    }

    private static IEnumerable<string> Ports(OrderCheckOptions options)
    {
        if (options.HttpPort is < 0 or > 65535)
            yield return $"--http-port is {options.HttpPort}; it must be 0 to 65535.";
        if (options.GrpcPort is < 0 or > 65535)
            yield return $"--grpc-port is {options.GrpcPort}; it must be 0 to 65535.";
        if (options.HttpPort == options.GrpcPort && options.HttpPort != 0)
            yield return $"--http-port and --grpc-port are both {options.HttpPort}; they must differ.";
    }

    private static IEnumerable<string> Network(OrderCheckOptions options)
    {
        if (!IPAddress.TryParse(options.Listen, out var address))
            yield return $"--listen is {options.Listen}; it must be an IP address such as 127.0.0.1, ::1 or 0.0.0.0.";
        else if (!IPAddress.IsLoopback(address) && options.TlsCertificate is null)
            yield return $"--listen is {options.Listen}, which others reach; it needs --tls-certificate FILE, because keys and patients' facts travel on it.";
        else if (!IPAddress.IsLoopback(address) && options.Demo)
            yield return $"--listen is {options.Listen} with --demo; the demo hospital is for the loopback only.";
        if (options.TlsCertificate is { } certificate && !File.Exists(certificate))
            yield return $"--tls-certificate is {certificate}, which does not exist; it must be a PEM or PFX file.";
        if (options.TlsKey is { } key && !File.Exists(key))
            yield return $"--tls-key is {key}, which does not exist; it must be a PEM file.";
        if (options.TlsKey is not null && options.TlsCertificate is null)
            yield return "--tls-key is given without --tls-certificate.";
    }

    private static IEnumerable<string> Origins(OrderCheckOptions options) =>
        CorsOrigins.Read(options.CorsOrigins).Where(static origin => !CorsOrigins.IsOrigin(origin)).Select(
            static origin => $"--cors-origins has \"{origin}\"; each must be an origin such as https://his.example.org or http://localhost:8080, without a path.");

    private static IEnumerable<string> Limits(OrderCheckOptions options)
    {
        if (options.CheckpointMinutes is < 1 or > 1440)
            yield return $"--checkpoint-minutes is {options.CheckpointMinutes}; it must be 1 to 1440.";
        if (options.CheckMilliseconds is < 50 or > 10_000)
            yield return $"--check-milliseconds is {options.CheckMilliseconds}; it must be 50 to 10000.";
        if (options.CallSeconds is < 1 or > 600)
            yield return $"--call-seconds is {options.CallSeconds}; it must be 1 to 600.";
        if (options.ChecksAtOnce is < 1 or > 100_000)
            yield return $"--checks-at-once is {options.ChecksAtOnce}; it must be 1 to 100000.";
        if (options.CallsAtOnce is < 1 or > 100_000)
            yield return $"--calls-at-once is {options.CallsAtOnce}; it must be 1 to 100000.";
        if (options.NhsaMegabytes is < 1 or > 64)
            yield return $"--nhsa-megabytes is {options.NhsaMegabytes}; it must be 1 to 64.";
        foreach (var fault in options.NhsaCallers is { } callers ? SignedCallersFile.Faults(callers) : [])
            yield return fault;
        if (options.WaitingCalls is < 1 or > 1_000_000)
            yield return $"--waiting-calls is {options.WaitingCalls}; it must be 1 to 1000000.";
    }

    private static IEnumerable<string> Watching(OrderCheckOptions options)
    {
        if (!LogLevels.Names.Contains(options.LogLevel))
            yield return $"--log-level is {options.LogLevel}; it must be {string.Join(", ", LogLevels.Names)}.";
        if (options.OtlpEndpoint is { } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return $"--otlp-endpoint is {endpoint}; it must be a URL such as http://127.0.0.1:4317.";
        if (options.TraceRatio is < 0 or > 1)
            yield return $"--trace-ratio is {options.TraceRatio}; it must be 0 to 1.";
    }
}
