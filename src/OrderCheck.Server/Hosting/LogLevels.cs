using Serilog.Events;

namespace OrderCheck.Server.Hosting;

/// <summary>How levels are spelled in --log-level.</summary>
internal static class LogLevels
{
    public static IReadOnlyList<string> Names { get; } = ["trace", "debug", "information", "warning", "error"];

    public static LogEventLevel Read(string name) => name switch
    {
        "trace" => LogEventLevel.Verbose,
        "debug" => LogEventLevel.Debug,
        "information" => LogEventLevel.Information,
        "warning" => LogEventLevel.Warning,
        "error" => LogEventLevel.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such level."),
    };
}
