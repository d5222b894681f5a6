using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Sqlite;
using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;
using OrderCheck.Ledger.Wire;
using Xunit;

namespace OrderCheck.Ledger.Tests.OnSqlite;

/// <summary>A store in trouble says which; reading goes on where it can; the next write works when the store does.</summary>
public sealed class FaultsOnSqlite() : StoreContract(() => new SqlitePlace { LockTimeout = TimeSpan.FromMilliseconds(100) })
{
    private SqlitePlace Files => (SqlitePlace)Place;

    [Fact]
    public async Task While_another_process_holds_the_lock_writes_are_refused_and_reading_goes_on()
    {
        await AppendAsync(Units.Charge("C1"));
        await using (var other = await Place.ConnectAsync())
        {
            await RunAsync(other, "BEGIN IMMEDIATE");
            await RefusedAsync(LedgerUnavailableException.Locked, "C2");
            var opening = await Assert.ThrowsAsync<LedgerUnavailableException>(
                () => Ledger.OpenEncounterAsync(Stay with { VisitNumber = "new" }, Cancellation));
            Assert.Equal(LedgerUnavailableException.Locked, opening.Reason);
            Assert.Equal(Encounter, await Ledger.OpenEncounterAsync(Stay, Cancellation));
            Assert.Single(await ReplayAsync(Store, Encounter));
        }
        Assert.Equal(AppendStatus.Appended, (await AppendAsync(Units.Charge("C2"))).Status);
    }

    [Fact]
    public async Task A_full_store_refuses_writes_until_there_is_room()
    {
        var room = 1_000_000;
        SqliteConnection? writing = null;
        await using var store = new SqliteStore(Place.Options(), new EntryCodec(), NullLogger.Instance);
        store.LedgerFile.Opened = connection => LimitPages(writing = connection, room);
        await store.OpenAsync(Cancellation);
        await store.Ledger.AppendAsync(Units.Of(Encounter, Empty, Units.Charge("C1")));
        LimitPages(writing!, room = 1);
        var head = await store.Ledger.ReadHeadAsync(Encounter, Cancellation);
        var large = Units.Of(Encounter, head, [.. Enumerable.Range(0, 500).Select(i => Units.Charge($"L{i}"))]);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.Ledger.AppendAsync(large));
            Assert.Equal(LedgerUnavailableException.Full, refusal.Reason);
        }
        Assert.Single(await ReplayAsync(store, Encounter));
        room = 1_000_000;
        Assert.Equal(AppendStatus.Appended, (await store.Ledger.AppendAsync(large)).Status);
        Assert.Equal(501, (await ReplayAsync(store, Encounter)).Count);
    }

    [Fact]
    public async Task A_store_that_turns_read_only_refuses_writes_until_it_is_writable_again()
    {
        await AppendAsync(Units.Charge("C1"));
        await using (await ReadOnlyFile.MakeAsync(Files.LedgerFile))
        await using (await ReadOnlyFile.MakeAsync(Files.LedgerFile + "-wal"))
        {
            await RefusedAsync(LedgerUnavailableException.ReadOnly, "C2");
            await RefusedAsync(LedgerUnavailableException.ReadOnly, "C2");
            Assert.Single(await ReplayAsync(Store, Encounter));
        }
        Assert.Equal(AppendStatus.Appended, (await AppendAsync(Units.Charge("C2"))).Status);
    }

    [Fact]
    public async Task A_read_only_store_can_be_opened_and_read()
    {
        await AppendAsync(Units.Charge("C1"));
        await Store.DisposeAsync();
        await using (await ReadOnlyFile.MakeAsync(Files.LedgerFile))
        {
            var store = await Place.OpenAsync();
            await store.ProbeAsync(Cancellation);
            Assert.Single(await ReplayAsync(store, Encounter));
            var head = await store.Ledger.ReadHeadAsync(Encounter, Cancellation);
            var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(
                () => store.Ledger.AppendAsync(Units.Of(Encounter, head, Units.Charge("C2"))));
            Assert.Equal(LedgerUnavailableException.ReadOnly, refusal.Reason);
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Checks_that_find_their_store_locked_are_dropped_and_counted_and_later_ones_are_stored()
    {
        await using (var other = await Place.ConnectChecksAsync())
        {
            await RunAsync(other, "BEGIN IMMEDIATE");
            Assert.True(Store.Checks.RecordAudit(Audit("lost")));
            await Store.Checks.FlushAsync(Cancellation);
            Assert.Equal(1, Store.Checks.Dropped);
            Assert.Equal(AppendStatus.Appended, (await AppendAsync(Units.Charge("C1"))).Status);
        }
        Store.Checks.RecordAudit(Audit("kept"));
        var listed = await Store.Checks.ListAuditAsync(Stay.Hospital, Units.Morning, Units.Morning.AddDays(1), 10, Cancellation);
        Assert.Equal("kept", Assert.Single(listed).Operation);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_named()
    {
        await Place.ExecuteAsync("INSERT INTO schema_version (number, name) VALUES (99, 'from the future')");
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => Place.OpenAsync());
        Assert.Contains("99", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_do_write_ahead_logging_is_refused_and_the_setting_named()
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        var refusal = Assert.Throws<StoreRefusedException>(() => SqliteDurability.Set(memory, TimeSpan.FromSeconds(1), null));
        Assert.Contains("journal_mode is memory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_open_yet_says_so()
    {
        await using var store = new SqliteStore(Place.Options(), new EntryCodec(), NullLogger.Instance);
        var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.Ledger.ReadHeadAsync(1, Cancellation));
        Assert.Equal(LedgerUnavailableException.Down, refusal.Reason);
    }

    private async Task RefusedAsync(string reason, string charge)
    {
        var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(() => AppendAsync(Units.Charge(charge)));
        Assert.Equal(reason, refusal.Reason);
    }

    private static AuditRecord Audit(string operation) => new(Units.Morning, Units.His, "", operation, "", "ok");

#pragma warning disable CA2100 // The statements are the test's own.
    private static async Task RunAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static void LimitPages(SqliteConnection connection, int pages)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count={pages}";
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
