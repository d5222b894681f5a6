using Microsoft.Extensions.Logging;

namespace OrderCheck.Tests;

/// <summary>Keeps what a part logs inside a test's own process, at every level, with all that a line carries.</summary>
internal sealed class RunLogger(string source) : ILoggerProvider, ILoggerFactory
{
    private readonly TextWriter _log = RunLogs.Open(source);

    public ILogger CreateLogger(string categoryName) => new Lines(_log, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The run's log is the only one.");

    public void Dispose() => _log.Dispose();

    private sealed class Lines(TextWriter log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => category.StartsWith("OrderCheck", StringComparison.Ordinal) || logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
            log.WriteLine($"{logLevel} {category} {eventId.Name}: {formatter(state, exception)} {values} {exception}");
        }
    }
}
