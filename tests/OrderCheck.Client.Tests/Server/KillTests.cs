using System.Collections.Concurrent;
using System.Globalization;
using OrderCheck.Client.Tests.Fakes;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.Server;

/// <summary>The service is killed in the middle of writes and comes back at the same address, while a HIS goes on posting.</summary>
[Collection(OneServerAtATime.Name)]
public sealed class KillTests
{
    private const int Lanes = 4;
    private const int Kills = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Every_write_that_reported_recorded_is_there_exactly_once()
    {
        using var folder = new TemporaryFolder();
        var ports = (FreePort.Next(), FreePort.Next());
        var server = await ServerProcess.StartAsync(folder["data"], ports, "--demo");
        try
        {
            using var client = Clients.Patient(Target.AddressOf(server), static o => o.WriteDeadline = Patience);
            Assert.True((await client.ReportEventsAsync(Requests.Admit("kill"), cancellation: TestContext.Current.CancellationToken)).IsRecorded);
            using var stop = new CancellationTokenSource();
            var results = new ConcurrentQueue<WriteResult>();
            var lanes = Enumerable.Range(0, Lanes).Select(lane => PostAsync(client, lane, results, stop.Token)).ToList();

            for (var kill = 1; kill <= Kills; kill++)
            {
                await AnotherAsync(results, count: 10);
                await server.KillAsync();
                await server.DisposeAsync();
                var meanwhile = await client.CheckOrdersAsync(
                    Requests.Check("kill", Requests.PlainItem), cancellation: TestContext.Current.CancellationToken);
                Assert.Equal(CheckState.Unchecked, meanwhile.State);
                server = await ServerProcess.StartAsync(folder["data"], ports, "--demo");
            }

            await AnotherAsync(results, count: 10);
            await stop.CancelAsync();
            await Task.WhenAll(lanes).WaitAsync(Patience, TestContext.Current.CancellationToken);
            await AssertOnceAsync(client, results);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task PostAsync(OrderCheckClient client, int lane, ConcurrentQueue<WriteResult> results, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
            results.Enqueue(await client.PostChargesAsync(Requests.Post("kill", $"c{lane}-{number}"), cancellation: CancellationToken.None));
    }

    private static async Task AnotherAsync(ConcurrentQueue<WriteResult> results, int count)
    {
        var before = results.Count;
        await Wait.UntilAsync(() => Task.FromResult(results.Count >= before + count), $"{count} more writes", Patience);
    }

    /// <summary>Each was one line of one yuan: had one been lost or recorded twice, count and total would say so.</summary>
    private static async Task AssertOnceAsync(OrderCheckClient client, ConcurrentQueue<WriteResult> results)
    {
        Assert.All(results, result => Assert.True(result.IsRecorded, result.Failure?.ToString()));
        Assert.Contains(results, result => result.Attempts > 1);
        Assert.Equal(results.Count, results.Select(result => result.RequestId).Distinct().Count());
        var summary = (await client.GetEncounterAsync("kill", cancellation: TestContext.Current.CancellationToken)).EnsureAnswered();
        Assert.Equal(results.Count, summary.ChargeLines);
        Assert.Equal(results.Count, decimal.Parse(summary.Totals.Total, CultureInfo.InvariantCulture));
    }
}
