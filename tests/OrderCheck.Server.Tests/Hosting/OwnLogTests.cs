using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Tests.Wire;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace OrderCheck.Server.Tests.Hosting;

/// <summary>Servers of one process have nothing in common: what one logs is in its own log, or a test that looks there for errors is blind.</summary>
public sealed class OwnLogTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ordercheck-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Of_two_servers_each_logs_into_its_own_log_alone()
    {
        using var logs = new ErrorLogs();
        using var otherLogs = new ErrorLogs();
        await using var server = Build(logs, "one");
        await using var other = Build(otherLogs, "other");
        // Loggers are made when they are first asked for: the one's behind the other's.
        Say(other, "of the other");
        Say(server, "of the one");

        Assert.Contains("of the one", logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("of the other", logs.Text, StringComparison.Ordinal);
        Assert.Contains("of the other", otherLogs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("of the one", otherLogs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_still_logs_when_another_has_ended()
    {
        using var logs = new ErrorLogs();
        using var otherLogs = new ErrorLogs();
        await using var server = Build(logs, "one");
        Say(server, "before");
        await using (var other = Build(otherLogs, "other"))
            Say(other, "of the other");

        Say(server, "behind");

        Assert.Contains("behind", logs.Text, StringComparison.Ordinal);
    }

    /// <summary>What a sink holds back is written before the process ends.</summary>
    [Fact]
    public async Task A_servers_log_is_closed_with_it()
    {
        using var sink = new Closing();
        await using (var server = Build(sink, "one"))
        {
            Say(server, "before");
            Assert.False(sink.IsClosed);
        }

        Assert.True(sink.IsClosed);
    }

    private static void Say(WebApplication server, string text)
    {
        var logger = server.Services.GetRequiredService<ILoggerFactory>().CreateLogger("OrderCheck." + text);
#pragma warning disable CA1848 // Once, in a test.
        logger.LogWarning("A line {Text}.", text);
#pragma warning restore CA1848
    }

    private WebApplication Build(ILogEventSink log, string name) => ServerHost.Build(
        CommandLine.Parse(["--data", _data.CreateSubdirectory(name).FullName, "--rules", RulesFolder.Path, "--http-port", "0", "--grpc-port", "0"]),
        services => services.AddSingleton(log));

    private sealed class Closing : ILogEventSink, IDisposable
    {
        public bool IsClosed { get; private set; }

        public void Emit(LogEvent logEvent)
        {
        }

        public void Dispose() => IsClosed = true;
    }
}
