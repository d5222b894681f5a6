using Key = OrderCheck.Server.Hosting.OrderCheckOptions;

namespace OrderCheck.Server.Hosting;

/// <summary>All settings; their names are a contract with installations.</summary>
internal static class Settings
{
    public static readonly IReadOnlyList<Setting> All =
    [
        new("demo", nameof(Key.Demo), null, "start with a demo hospital; key \"demo\", from this machine only"),
        new("data", nameof(Key.Data), "DIR", "folder of the embedded store and the installation's secret (default data)"),
        new("rules", nameof(Key.Rules), "DIR", "folder of rules, knowledge and catalogue (default rules)"),
        new("http-port", nameof(Key.HttpPort), "PORT", "JSON under /v1 and health (default 5080; 0 takes a free one)"),
        new("grpc-port", nameof(Key.GrpcPort), "PORT", "gRPC (default 5081; 0 takes a free one)"),
        new("listen", nameof(Key.Listen), "ADDRESS", "IP address to listen on (default 127.0.0.1); others need --tls-certificate"),
        new("tls-certificate", nameof(Key.TlsCertificate), "FILE", "certificate, PEM or PFX; both ports then speak TLS"),
        new("tls-key", nameof(Key.TlsKey), "FILE", "the certificate's key, PEM, where FILE above does not hold it"),
        new("tls-password", nameof(Key.TlsPassword), "TEXT", "its password; better given as ORDERCHECK_TLS_PASSWORD"),
        new("cors-origins", nameof(Key.CorsOrigins), "ORIGINS", "origins whose pages may call from a browser, by commas: https://his.example.org (default none)"),
        new("store-postgres", nameof(Key.StorePostgres), "CONNSTRING", "keep the record in PostgreSQL; better given as ORDERCHECK_STORE_POSTGRES"),
        new("checkpoints", nameof(Key.Checkpoints), "DIR", "folder of the ledger's checkpoints (default checkpoints in --data); better on another disk"),
        new("checkpoint-minutes", nameof(Key.CheckpointMinutes), "N", "take one this often if something has changed (default 10)"),
        new("bureau", nameof(Key.Bureau), "FILE", "hospitals whose 3101, 3102 and 3103 go on to their insurance bureau, JSON (default none)"),
        new("check-milliseconds", nameof(Key.CheckMilliseconds), "N", "a check answers within this, \"unchecked\" if need be (default 2000)"),
        new("call-seconds", nameof(Key.CallSeconds), "N", "any other call ends within this (default 30)"),
        new("checks-at-once", nameof(Key.ChecksAtOnce), "N", "checks worked on at once; others wait 50 ms at most, then answer \"unchecked\" (default 128 a core)"),
        new("calls-at-once", nameof(Key.CallsAtOnce), "N", "other calls worked on at once; none begins while a check waits (default 128 a core)"),
        new("waiting-calls", nameof(Key.WaitingCalls), "N", "calls that wait at most; more are turned away, checks as \"unchecked\" (default 1024)"),
        new("nhsa-megabytes", nameof(Key.NhsaMegabytes), "N", "the largest 3101, 3102 or 3103 that is read (default 4)"),
        new("nhsa-callers", nameof(Key.NhsaCallers), "FILE", "HISs that sign their calls as for their bureau: a line \"PAASID HOSPITAL SECRET\" each; only its owner may read it"),
        new("log-level", nameof(Key.LogLevel), "LEVEL", "trace, debug, information, warning or error (default information)"),
        new("no-metrics", nameof(Key.NoMetrics), null, "measure nothing and serve no /metrics"),
        new("otlp-endpoint", nameof(Key.OtlpEndpoint), "URL", "send traces and metrics to this collector: http://HOST:4317 (gRPC), or http://HOST:4318/v1/traces (HTTP)"),
        new("trace-ratio", nameof(Key.TraceRatio), "N", "share of calls without a traceparent of their own to trace, 0 to 1 (default 0.01)"),
        new("log-json", nameof(Key.LogJson), null, "one compact JSON object a log line"),
    ];
}
