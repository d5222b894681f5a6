using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Durability;

/// <summary>The database of a large hospital is stopped and started while doctors work.</summary>
public sealed class PostgresFaultTests
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task While_PostgreSQL_is_down_checks_answer_and_say_so_and_writes_are_refused_until_it_is_back()
    {
        Assert.SkipWhen(PostgresProcess.Programs is null, "PostgreSQL is not installed.");
        await using var database = await PostgresProcess.StartNewAsync();
        await using var server = await OwnServer.StartAsync(null, "--store-postgres", database.ConnectionString);
        await server.AdmitAsync("known");
        await server.CheckAsync("known");
        await database.StopAsync();

        var known = await server.CheckAsync("known");
        var unknown = await server.CheckAsync("never seen");
        var refusal = await Refusal.OfAsync(() => server.ChargeAsync("known", "while down"));

        Assert.True(known.State == CheckState.Complete || known.StateReasons.Count > 0);
        Assert.NotEqual(CheckState.Complete, unknown.State);
        Assert.NotEmpty(unknown.StateReasons);
        Assert.Equal((StatusCode.Unavailable, "store_down"), (refusal.Code, refusal.Reason));
        Assert.Contains("degraded", (await server.Process.GetAsync("/health/ready")).Body);

        await database.StartAsync();
        await Wait.UntilAsync(() => SucceedsAsync(() => server.ChargeAsync("known", "while down")), "a write is accepted again", Recovery);
        var summary = await server.His.DescribeAsync("known");
        Assert.Equal((2, "11.50"), (summary.ChargeLines, summary.Totals.Total));
        Assert.Equal(CheckState.Complete, (await server.CheckAsync("known")).State);
        server.Process.AssertNoUnexpectedErrors();
    }

    [Fact]
    public async Task A_server_on_PostgreSQL_that_was_killed_has_the_same_totals_when_it_is_back()
    {
        Assert.SkipWhen(PostgresProcess.Programs is null, "PostgreSQL is not installed.");
        await using var database = await PostgresProcess.StartNewAsync();
        await using var server = await OwnServer.StartAsync(null, "--store-postgres", database.ConnectionString);
        await server.AdmitAsync("v");
        var before = await server.ChargeAsync("v", "c2");

        await server.KillAsync();
        await server.StartAgainAsync();

        Assert.Equal(before, await server.ChargeAsync("v", "c2"));
        Assert.Equal("11.50", (await server.His.DescribeAsync("v")).Totals.Total);
    }

    private static async Task<bool> SucceedsAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            return false;
        }
    }
}
