using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>Collects what the server logs, so that a test fails on an error that nobody expected.</summary>
internal sealed class ErrorLogs : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _events = new();

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);

    /// <summary>Everything that was logged, rendered, with its properties and exceptions.</summary>
    public string Text => string.Join('\n', _events.Select(static e => $"{e.RenderMessage()} {string.Join(' ', e.Properties)} {e.Exception}"));

    public void AssertNoError() =>
        Assert.Empty(_events.Where(static e => e.Level >= LogEventLevel.Error).Select(static e => $"{e.RenderMessage()} {e.Exception}"));
}
