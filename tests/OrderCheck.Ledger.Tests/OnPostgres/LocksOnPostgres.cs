using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.OnPostgres;

/// <summary>Locks that others hold, and settings that a session may bring.</summary>
public sealed class LocksOnPostgres(SharedPostgres server) : StoreContract(() => new PostgresPlace(server.NewSchemaAsync))
{
    [Fact]
    public async Task A_lock_on_the_ledger_refuses_writes_after_half_a_second_and_reading_goes_on()
    {
        var store = await ImpatientAsync();
        var head = (await AppendAsync(Units.Charge("C1"))).Head!;
        var unit = Units.Of(Encounter, head, Units.Charge("C2"));
        await using (var other = await Place.ConnectAsync())
        {
            await using var transaction = await other.BeginTransactionAsync(Cancellation);
            await RunAsync(other, "LOCK TABLE append_unit IN EXCLUSIVE MODE");
            var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.Ledger.AppendAsync(unit));
            Assert.Equal(LedgerUnavailableException.Locked, refusal.Reason);
            Assert.Single(await ReplayAsync(store, Encounter));
        }
        Assert.Equal(AppendStatus.Appended, (await AppendAsync(Units.Charge("C2"))).Status);
    }

    [Fact]
    public async Task A_silo_paused_inside_its_commit_holds_up_its_own_encounter_and_no_other()
    {
        var other = await Ledger.OpenEncounterAsync(Stay with { VisitNumber = "other" }, Cancellation);
        await using var paused = await Place.ConnectAsync();
        await using var transaction = await paused.BeginTransactionAsync(Cancellation);
        await RunAsync(paused, $"INSERT INTO entry VALUES ({Encounter}, 1, 1, '\\x00000000000000000000000000000000', 0, '\\x00000000000000000000000000000000', '')");
        var store = await ImpatientAsync();
        var blocked = store.Ledger.AppendAsync(Units.Of(Encounter, Empty, Units.Charge("C1")));
        var free = store.Ledger.AppendAsync(Units.Of(other, Empty, Units.Charge("C1")));
        Assert.Equal(AppendStatus.Appended, (await free).Status);
        var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(() => blocked);
        Assert.Equal(LedgerUnavailableException.Locked, refusal.Reason);
    }

    [Fact]
    public async Task A_session_without_synchronous_commit_is_refused_and_the_setting_named()
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(
            () => Place.OpenAsync(options => options.ConnectionString += ";Options=-c synchronous_commit=off"));
        Assert.Contains("synchronous_commit is off", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_named()
    {
        await Place.ExecuteAsync("INSERT INTO schema_version (number, name) VALUES (99, 'from the future')");
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => Place.OpenAsync());
        Assert.Contains("99", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silos_that_start_together_on_an_empty_database_all_open()
    {
        await using var place = new PostgresPlace(server.NewSchemaAsync);
        await place.PrepareAsync();
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => place.OpenAsync()));
        var numbers = await Task.WhenAll(stores.Select(store => store.Ledger.OpenEncounterAsync(Stay, Cancellation)));
        Assert.Single(numbers.Distinct());
    }

    [Fact]
    public async Task A_value_that_the_database_refuses_fails_its_unit_alone()
    {
        var other = await Ledger.OpenEncounterAsync(Stay with { VisitNumber = "other" }, Cancellation);
        var bad = Ledger.AppendAsync(Units.Of(Encounter, Empty, Units.Charge("C1")) with { Aliases = ["M\0"] });
        var good = Ledger.AppendAsync(Units.Of(other, Empty, Units.Charge("C1")));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => bad);
        Assert.Equal(AppendStatus.Appended, (await good).Status);
        Assert.Equal(0, (await Ledger.ReadHeadAsync(Encounter, Cancellation)).Sequence);
    }

    [Fact]
    public async Task Late_rows_of_two_silos_are_committed_in_the_order_of_their_cursors()
    {
        const int Each = 40;
        var second = await Place.OpenAsync();
        var seen = new List<long>();
        var writing = Task.WhenAll(WriteAsync(Store, "left"), WriteAsync(second, "right"));
        long cursor = 0;
        while (seen.Count < 2 * Each)
        {
            var allWritten = writing.IsCompleted;
            var rows = await Ledger.ListLateAsync(Stay.Hospital, "D1", cursor, 100, Cancellation);
            seen.AddRange(rows.Select(row => row.Cursor));
            if (rows.Count == 0 && allWritten)
                break;
            cursor = seen.Count == 0 ? 0 : seen[^1];
        }
        await writing;
        Assert.Equal(2 * Each, seen.Count);

        async Task WriteAsync(IStore store, string visit)
        {
            var encounter = await store.Ledger.OpenEncounterAsync(Stay with { VisitNumber = visit }, Cancellation);
            var head = Empty;
            for (var i = 0; i < Each; i++)
            {
                var late = new LateRow(0, Stay, "D1", "0301", Units.Morning, $"K{i}", new byte[] { 1 });
                var result = await store.Ledger.AppendAsync(Units.Of(encounter, head, Units.Charge($"C{i}")) with { Late = [late] });
                Assert.Equal(AppendStatus.Appended, result.Status);
                head = result.Head!;
            }
        }
    }

    private Task<IStore> ImpatientAsync() => Place.OpenAsync(options => options.LockTimeout = new StoreOptions().LockTimeout);

#pragma warning disable CA2100 // The statements are the test's own.
    private static async Task RunAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
#pragma warning restore CA2100
}
