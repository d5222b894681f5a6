using System.Globalization;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using Xunit;

namespace OrderCheck.EndToEnd.Durability;

/// <summary>kill -9 in the middle of posting, again and again.</summary>
public sealed class KillTests
{
    private const int Kills = 20;
    private const int Lanes = 6;

    [Fact]
    public async Task After_twenty_kills_every_acknowledged_line_is_there_once_and_the_totals_are_right_to_the_fen()
    {
        await using var server = await OwnServer.StartAsync();
        foreach (var visit in (string[])["k1", "k2", "k3", "k4"])
            await server.His.ReportAsync(visit, "admit", Facts.Admit(visit));
        var posted = new PostedLines();

        for (var kill = 1; kill <= Kills; kill++)
        {
            await PostAndKillAsync(server, posted, acknowledgements: 7 + (kill * 5 % 23));
            await server.StartAgainAsync();
            Assert.Empty(await posted.FindLostAsync(server.His, $"{kill}"));
        }

        await posted.SendAllAgainAsync(server.His);
        Assert.True(posted.SentCount > posted.AcknowledgedCount, "Some requests must have been under way when the server was killed.");
        foreach (var (visit, (lines, total)) in posted.Expected())
        {
            var summary = await server.His.DescribeAsync(visit);
            Assert.Equal((lines, total.ToString("0.00", CultureInfo.InvariantCulture)), (summary.ChargeLines, summary.Totals.Total));
        }
    }

    /// <summary>Kills the server as soon as it has acknowledged so many requests, while others are under way.</summary>
    private static async Task PostAndKillAsync(OwnServer server, PostedLines posted, int acknowledgements)
    {
        using var enough = new CountdownEvent(acknowledgements);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Acknowledged()
        {
            lock (enough)
            {
                if (enough.CurrentCount > 0 && enough.Signal())
                    reached.TrySetResult();
            }
        }

        var his = server.His;
        var lanes = Enumerable.Range(0, Lanes).Select(_ => posted.PostUntilGoneAsync(his, Acknowledged)).ToList();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await server.KillAsync();
        await Task.WhenAll(lanes).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
