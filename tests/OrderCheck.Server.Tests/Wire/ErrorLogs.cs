using System.Collections.Concurrent;
using OrderCheck.Tests;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>Collects what the server logs, so that a test fails on an error that nobody expected.</summary>
internal sealed class ErrorLogs : ILogEventSink, IDisposable
{
    private readonly ConcurrentQueue<LogEvent> _events = new();

    private readonly TextWriter _kept = RunLogs.Open("server");

    public void Emit(LogEvent logEvent)
    {
        _events.Enqueue(logEvent);
        _kept.WriteLine(Line(logEvent));
    }

    /// <summary>Everything that was logged, rendered, with its properties and exceptions.</summary>
    public string Text => string.Join('\n', _events.Select(Line));

    public void Dispose() => _kept.Dispose();

    private static string Line(LogEvent e) => $"{e.RenderMessage()} {string.Join(' ', e.Properties)} {e.Exception}";

    public void AssertNoError() =>
        Assert.Empty(_events.Where(static e => e.Level >= LogEventLevel.Error).Select(static e => $"{e.RenderMessage()} {e.Exception}"));
}
