using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OrderCheck.Grains.Tests.Clusters;

/// <summary>Gathers what the program logged as an error; a test that expects none fails on any.</summary>
internal sealed class UnexpectedErrors : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentDictionary<string, bool> _expected = new();

    /// <summary>An error of that event name is what this test provokes.</summary>
    public void Expect(string eventName) => _expected[eventName] = true;

    public void RequireNone() => Assert.True(_errors.IsEmpty, string.Join(Environment.NewLine, _errors));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(UnexpectedErrors errors, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !errors._expected.ContainsKey(eventId.Name ?? "") && !IsOfADyingSilo(eventId, exception) && !IsOfTheTestsClock(eventId))
                errors._errors.Enqueue($"{category} {eventId.Name}: {formatter(state, exception)} {exception}");
        }

        /// <summary>
        /// What is on its way to a grain when its silo ends cannot arrive, and a silo that is killed does not stop all of its
        /// parts: Orleans says so, and that is no error of ours.
        /// </summary>
        private static bool IsOfADyingSilo(EventId eventId, Exception? exception) => (eventId.Name, exception) is
            ("SelectTargetFailed" or "ObservationFailed" or "SweepFailed", Orleans.Runtime.SiloUnavailableException)
            or ("LogErrorObserverStopFailure", OperationCanceledException);

        /// <summary>By a clock that a test advances, everything stalls.</summary>
        private static bool IsOfTheTestsClock(EventId eventId) => eventId.Name == "LogThreadPoolStall";
    }
}
