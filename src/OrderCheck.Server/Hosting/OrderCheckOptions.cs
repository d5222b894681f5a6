namespace OrderCheck.Server.Hosting;

/// <summary>What an installation sets. See <see cref="Settings"/> for the names outside.</summary>
public sealed class OrderCheckOptions
{
    public const string Section = "OrderCheck";

    /// <summary>Start with a demo hospital and the key "demo", which opens from the loopback alone.</summary>
    public bool Demo { get; set; }

    /// <summary>Folder of the embedded store and of the installation's secret.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Folder of rules, knowledge and catalogue.</summary>
    public string Rules { get; set; } = "rules";

    /// <summary>JSON and health; 0 takes a free port.</summary>
    public int HttpPort { get; set; } = 5080;

    /// <summary>gRPC; 0 takes a free port.</summary>
    public int GrpcPort { get; set; } = 5081;

    /// <summary>IP address to listen on. Beyond the loopback a certificate is required.</summary>
    public string Listen { get; set; } = "127.0.0.1";

    /// <summary>PEM or PFX file; null serves without TLS.</summary>
    public string? TlsCertificate { get; set; }

    /// <summary>PEM file of the certificate's key, where the certificate's file does not hold it.</summary>
    public string? TlsKey { get; set; }

    /// <summary>Password of a PFX file or of an encrypted PEM key.</summary>
    public string? TlsPassword { get; set; }

    /// <summary>Origins whose pages may call from a browser, separated by commas; null for none.</summary>
    public string? CorsOrigins { get; set; }

    /// <summary>Npgsql connection string; null keeps the record in <see cref="Data"/> (SQLite).</summary>
    public string? StorePostgres { get; set; }

    /// <summary>Folder of the ledger's checkpoints; null: "checkpoints" in <see cref="Data"/>. Another disk is better.</summary>
    public string? Checkpoints { get; set; }

    /// <summary>How often a checkpoint is taken if something has changed. 1 to 1440.</summary>
    public int CheckpointMinutes { get; set; } = 10;

    /// <summary>File that says which hospitals' 3101, 3102 and 3103 go on to their insurance bureau, and how; null: to none.</summary>
    public string? Bureau { get; set; }

    /// <summary>One compact JSON object a log line, for machines.</summary>
    public bool LogJson { get; set; }

    /// <summary>The least level of OrderCheck's own log lines: trace, debug, information, warning or error.</summary>
    public string LogLevel { get; set; } = "information";

    /// <summary>Measure nothing and serve no /metrics.</summary>
    public bool NoMetrics { get; set; }

    /// <summary>
    /// An OTLP collector for traces and metrics: "http://HOST:4317" speaks gRPC, a URL with a path HTTP with protobuf (traces alone if
    /// the path does not end in /v1/traces); null traces and sends nothing.
    /// </summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>Share of the calls without a traceparent of their own that are traced. 0 to 1.</summary>
    public decimal TraceRatio { get; set; } = 0.01m;

    /// <summary>A check answers at least "unchecked" within this. 50 to 10 000.</summary>
    public int CheckMilliseconds { get; set; } = 2000;

    /// <summary>Any other call ends within this. 1 to 600.</summary>
    public int CallSeconds { get; set; } = 30;

    /// <summary>Checks that are worked on at once; further ones wait for a moment. 1 to 100 000.</summary>
    public int ChecksAtOnce { get; set; } = 128 * Environment.ProcessorCount;

    /// <summary>Other calls that are worked on at once; further ones wait. 1 to 100 000.</summary>
    public int CallsAtOnce { get; set; } = 128 * Environment.ProcessorCount;

    /// <summary>Checks, and other calls, that wait at most; further ones are turned away. 1 to 1 000 000.</summary>
    public int WaitingCalls { get; set; } = 1024;

    /// <summary>The largest 3101, 3102 or 3103 that is read. 1 to 64.</summary>
    public int NhsaMegabytes { get; set; } = 4;

    /// <summary>File of the HISs that sign their calls as for their bureau, a line each; null: API keys alone.</summary>
    public string? NhsaCallers { get; set; }
}
