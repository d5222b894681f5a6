using System.Data.Common;
using OrderCheck.Ledger.Wire;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.Ledger.Tests.Places;

/// <summary>A fresh place for a store, of one kind; several stores may be opened on it, as several silos would.</summary>
#pragma warning disable CA2100 // The statements are the tests' own.
public abstract class StorePlace : IAsyncDisposable
{
    private readonly RunLogger _log = new("store");
    private readonly List<IStore> _stores = [];

    public async Task<IStore> OpenAsync(Action<StoreOptions>? configure = null)
    {
        var options = Options();
        configure?.Invoke(options);
        var store = Store.Create(options, new EntryCodec(), _log);
        lock (_stores)
            _stores.Add(store);
        await store.OpenAsync(TestContext.Current.CancellationToken);
        return store;
    }

    /// <summary>Runs a statement behind the stores' back, in the ledger's database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads behind the stores' back, in the ledger's database.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> row) => await QueryAsync(await ConnectAsync(), sql, row);

    /// <summary>The same in the installation's database.</summary>
    public async Task<List<T>> QueryInstallationAsync<T>(string sql, Func<DbDataReader, T> row) =>
        await QueryAsync(await ConnectInstallationAsync(), sql, row);

    /// <summary>How many checks are stored.</summary>
    public async Task<long> CountChecksAsync() =>
        (await QueryAsync(await ConnectChecksAsync(), "SELECT count(*) FROM check_record", row => row.GetInt64(0)))[0];

    private static async Task<List<T>> QueryAsync<T>(DbConnection opened, string sql, Func<DbDataReader, T> row)
    {
        await using var connection = opened;
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>A connection of its own, as another process would have.</summary>
    public abstract Task<DbConnection> ConnectAsync();

    public virtual Task<DbConnection> ConnectInstallationAsync() => ConnectAsync();

    public virtual Task<DbConnection> ConnectChecksAsync() => ConnectAsync();

    public abstract StoreOptions Options();

    /// <summary>Takes away what keeps the ledger append-only, as somebody would who has the store's files.</summary>
    public abstract Task UnlockAsync();

    /// <summary>Takes the ledger's schema back to before lists had a table of their own.</summary>
    public virtual Task ForgetWorkAsync() => ExecuteAsync(
        "DROP TABLE work; DROP TABLE promise_due; DELETE FROM schema_version WHERE name LIKE '%-work.sql' OR name LIKE '%-promises.sql'");

    /// <summary>Bytes as they are written in a statement.</summary>
    public abstract string Literal(byte[] bytes);

    /// <summary>A release's blob as it lies in the store.</summary>
    public abstract Task<byte[]> ReadReleaseAsync(string hash);

    /// <summary>Puts another in its place, behind the store's back.</summary>
    public abstract Task WriteReleaseAsync(string hash, byte[] blob);

    /// <summary>Called once before anything else.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        _log.Dispose();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task RemoveAsync();
}
#pragma warning restore CA2100
