using System.Globalization;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Durability;

/// <summary>A store in trouble: checks go on, writes are refused clearly, and all is well again without a restart.</summary>
public sealed class EmbeddedStoreFaultTests
{
    /// <summary>Of a call.</summary>
    private const int Lines = 1000;

    [Fact]
    public async Task A_locked_store_refuses_writes_by_name_and_works_again_when_the_lock_is_gone()
    {
        await using var server = await OwnServer.StartAsync();
        await server.AdmitAsync("v");
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(server.Data, "ledger.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await ExecuteAsync(other, "BEGIN EXCLUSIVE");

            await WriteIsRefusedAsync(server, "store_locked");
            await CheckGoesOnAsync(server);

            await ExecuteAsync(other, "ROLLBACK");
        }
        await WorksAgainAsync(server);
    }

    [Fact]
    public async Task A_read_only_store_refuses_writes_by_name_and_works_again_when_it_is_writable()
    {
        await using var server = await OwnServer.StartAsync();
        await server.AdmitAsync("v");
        await using (await ImmutableFile.MakeAsync(Path.Combine(server.Data, "ledger.db")))
        await using (await ImmutableFile.MakeAsync(Path.Combine(server.Data, "ledger.db-wal")))
        {
            await WriteIsRefusedAsync(server, "store_read_only");
            await CheckGoesOnAsync(server);
        }
        await WorksAgainAsync(server);
    }

    [Fact]
    public async Task A_full_store_refuses_writes_by_name_and_works_again_when_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 64);
        await using var server = await OwnServer.StartAsync(Path.Combine(disk.Path, "data"));
        await server.AdmitAsync("v");
        disk.Fill();

        // A log that begins anew has room of its own, and what the server still cleared away leaves some.
        var taken = 0;
        while (taken < 20 && await IsTakenAsync(server, $"fills what is left {taken}"))
        {
            taken++;
            disk.Fill();
        }

        await WriteIsRefusedAsync(server, "store_full");
        await CheckGoesOnAsync(server);

        disk.MakeRoom();
        await WorksAgainAsync(server, taken * Lines);
    }

    private static async Task WriteIsRefusedAsync(OwnServer server, string reason)
    {
        var refusal = await Refusal.OfAsync(() => PostAsync(server, "bulk"));

        Assert.Equal((StatusCode.Unavailable, reason), (refusal.Code, refusal.Reason));
    }

    private static async Task<bool> IsTakenAsync(OwnServer server, string request)
    {
        try
        {
            await PostAsync(server, request);
            return true;
        }
        catch (RpcException)
        {
            return false;
        }
    }

    /// <summary>A file may still have room for a line or two; for so many lines it has none.</summary>
    private static Task<WriteReceipt> PostAsync(OwnServer server, string request) =>
        server.His.PostAsync("v", request, Enumerable.Range(0, Lines).Select(number => Facts.Charge($"{request}-{number}", StarterItems.Plain, price: 1m)).ToList());

    private static async Task CheckGoesOnAsync(OwnServer server)
    {
        var answer = await server.CheckAsync("v");

        Assert.NotEqual(CheckState.Unchecked, answer.State);
        Assert.True(answer.State == CheckState.Complete || answer.StateReasons.Count > 0, "A partial answer says why.");
    }

    /// <param name="taken">Lines of one yuan that were taken before.</param>
    private static async Task WorksAgainAsync(OwnServer server, int taken = 0)
    {
        await server.ChargeAsync("v", "after");
        await server.ChargeAsync("w", "other encounter");

        var summary = await server.His.DescribeAsync("v");
        Assert.Equal((2 + taken, string.Create(CultureInfo.InvariantCulture, $"{11.50m + taken:F2}")), (summary.ChargeLines, summary.Totals.Total));
        Assert.Equal(CheckState.Complete, (await server.CheckAsync("v")).State);
        server.Process.AssertNoUnexpectedErrors();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
