using Npgsql;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.OnPostgres;

/// <summary>Faults that concern the whole server, so each case has one of its own; the next write works when the server does.</summary>
public sealed class FaultsOnPostgres : IAsyncLifetime
{
    private static readonly EncounterKey Stay = new("H31010400001", "ZY1");
    private static readonly LedgerHead Empty = new(0, ReadOnlyMemory<byte>.Empty);
    private PostgresServer _server = null!;
    private PostgresPlace _place = null!;
    private IStore _store = null!;
    private long _encounter;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var programs = PostgresServer.FindPrograms();
        Assert.SkipWhen(programs is null, "PostgreSQL is not installed.");
        _server = await PostgresServer.StartNewAsync(programs!);
        _place = new PostgresPlace(() => Task.FromResult(_server.ConnectionString));
        await _place.PrepareAsync();
        _store = await _place.OpenAsync();
        _encounter = await _store.Ledger.OpenEncounterAsync(Stay, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
            return;
        await _place.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_server_stopped_and_started_again_has_everything_and_takes_the_next_write_without_a_restart()
    {
        var head = await AppendedAsync(Empty, "C1");
        await _server.StopAsync();
        await RefusedAsync(LedgerUnavailableException.Down, head, "C2");
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _store.Ledger.ReadHeadAsync(_encounter, Cancellation));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _store.ProbeAsync(Cancellation));
        await _server.StartAsync();
        Assert.Equal(1, (await _store.Ledger.ReadHeadAsync(_encounter, Cancellation)).Sequence);
        await AppendedAsync(head, "C2");
        await _store.ProbeAsync(Cancellation);
    }

    [Fact]
    public async Task A_server_that_takes_no_writes_is_read_only_until_it_does()
    {
        var head = await AppendedAsync(Empty, "C1");
        await SettingAsync("ALTER SYSTEM SET default_transaction_read_only = on", "on");
        await RefusedAsync(LedgerUnavailableException.ReadOnly, head, "C2");
        Assert.Equal(1, (await _store.Ledger.ReadHeadAsync(_encounter, Cancellation)).Sequence);
        await SettingAsync("ALTER SYSTEM RESET default_transaction_read_only", "off");
        await AppendedAsync(head, "C2");
    }

    [Fact]
    public async Task A_server_with_fsync_off_is_refused_and_the_setting_named()
    {
        await _store.DisposeAsync();
        await _server.StopAsync();
        await _server.StartAsync("-c", "fsync=off");
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => _place.OpenAsync());
        Assert.Contains("fsync is off", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<LedgerHead> AppendedAsync(LedgerHead head, string charge)
    {
        var result = await _store.Ledger.AppendAsync(Units.Of(_encounter, head, Units.Charge(charge)));
        Assert.Equal(AppendStatus.Appended, result.Status);
        return result.Head!;
    }

    private async Task RefusedAsync(string reason, LedgerHead head, string charge)
    {
        var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => _store.Ledger.AppendAsync(Units.Of(_encounter, head, Units.Charge(charge))));
        Assert.Equal(reason, refusal.Reason);
    }

    /// <summary>Changes the setting and waits until the store's own sessions have it.</summary>
    private async Task SettingAsync(string sql, string expected)
    {
        await using var own = new NpgsqlConnection(_server.ConnectionString + ";Pooling=false");
        await own.OpenAsync(Cancellation);
#pragma warning disable CA2100 // The statements are the test's own.
        await using (var change = new NpgsqlCommand(sql, own))
            await change.ExecuteNonQueryAsync(Cancellation);
#pragma warning restore CA2100
        await using (var reload = new NpgsqlCommand("SELECT pg_reload_conf()", own))
            await reload.ExecuteNonQueryAsync(Cancellation);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var ask = new NpgsqlCommand("SHOW default_transaction_read_only", own);
        while (!Equals(await ask.ExecuteScalarAsync(Cancellation), expected))
            await timer.WaitForNextTickAsync(patience.Token);
    }
}
