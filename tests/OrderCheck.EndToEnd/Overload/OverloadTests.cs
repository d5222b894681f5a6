using System.Globalization;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Overload;

/// <summary>Three times as many checks as the server can do: what it cannot do it says at once, and is well again when they are gone.</summary>
[Collection(OneAtATime.Name)]
public sealed class OverloadTests
{
    private const string Visit = "over";
    private const int Parts = 3;
    private const int Waiting = 8;
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Overloading = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Quickly = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Checks_that_it_cannot_do_are_answered_unchecked_at_once_and_it_is_well_again_within_five_seconds()
    {
        // One check at a time, of few words and many executions: the server is full long before the caller is.
        await using var server = await OwnServer.StartAsync(null, "--checks-at-once", "1", "--waiting-calls", Waiting.ToString(CultureInfo.InvariantCulture));
        await server.AdmitAsync(Visit);
        Order[] orders = [.. Enumerable.Range(0, 10).Select(Hourly)];
        Func<Task<CheckAnswer>> check = () => server.His.CheckAsync(Visit, orders);
        var capacity = await Rush.CapacityAsync(check, 1 + Waiting, Measuring);

        using var posting = new CancellationTokenSource();
        var posted = PostAsync(server, posting.Token);
        var calls = new List<RushedCall>();
        var memory = new List<long>();
        for (var part = 0; part < Parts; part++)
        {
            var rushed = await Rush.RunAsync(check, 3 * capacity, Overloading);
            calls.AddRange(rushed);
            memory.Add(server.Process.ResidentBytes());
            // A server whose methods are compiled better by now can do more than it showed.
            capacity = Math.Max(capacity, rushed.Count(call => call.Answer.State == CheckState.Complete) / Overloading.TotalSeconds);
        }
        await Wait.UntilAsync(async () => (await check()).State == CheckState.Complete, "a check is complete again", Recovery);
        await posting.CancelAsync();

        var shed = calls.Where(call => call.Answer.State == CheckState.Unchecked).ToList();
        Assert.All(shed, call => Assert.Equal("overloaded", Assert.Single(call.Answer.StateReasons).Code));
        Assert.True(shed.Count > calls.Count / 4, $"{shed.Count} of {calls.Count} checks were shed at a capacity of {capacity:0}/s.");
        Assert.True(calls.Count - shed.Count > capacity * Parts * Overloading.TotalSeconds / 4, $"Only {calls.Count - shed.Count} checks were done at a capacity of {capacity:0}/s.");
        Assert.All(calls.Except(shed), call => Assert.Equal(CheckState.Complete, call.Answer.State));
        var kept = await server.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = shed[0].Answer.CheckId }, server.His.Options);
        Assert.Equal(shed[0].Answer, kept);
        var took = shed.Select(call => call.Took).Order().ToList();
        Assert.True(took[took.Count * 95 / 100] <= Quickly, $"A shed check took {took[took.Count * 95 / 100].TotalMilliseconds:0} ms.");
        // The collector takes more at first, and once: what goes on growing is a queue.
        Assert.True(memory[^1] < memory[..^1].Max() + (64L << 20), $"Memory went on growing: {string.Join(", ", memory.Select(bytes => bytes >> 20))} MiB.");
        Assert.Equal((await posted).Order(), await RecordedAsync(server, await posted));
    }

    /// <summary>Every hour for twenty days: 480 executions to expand and to count.</summary>
    private static Order Hourly(int number)
    {
        var order = Facts.Service($"o{number}", StarterItems.Plain);
        (order.LongTerm, order.Frequency, order.Days) = (true, "q1h", 20);
        return order;
    }

    /// <summary>A nurse who goes on posting; what was acknowledged, by id.</summary>
    private static async Task<List<string>> PostAsync(OwnServer server, CancellationToken stop)
    {
        var acknowledged = new List<string>();
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            try
            {
                await server.ChargeAsync(Visit, $"c{number}");
                acknowledged.Add($"c{number}");
            }
            catch (Grpc.Core.RpcException refused) when (Refusal.Of(refused).Reason == "overloaded")
            {
                // Nothing was written: she sends it again later, and this test does not.
            }
        }
        return acknowledged;
    }

    private static async Task<IEnumerable<string>> RecordedAsync(OwnServer server, IReadOnlyCollection<string> acknowledged)
    {
        var again = new List<string>();
        foreach (var id in acknowledged)
        {
            var receipt = await server.His.PostAsync(Visit, "again-" + id, Facts.Charge(id, StarterItems.Plain, price: 1m));
            again.AddRange(receipt.AlreadyRecorded);
        }
        return again.Order();
    }
}
