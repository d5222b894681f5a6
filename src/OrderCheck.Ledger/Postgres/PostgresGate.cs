using System.Data.Common;
using Npgsql;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>The way to the database: pooled connections, each checked when it is made; a broken one is replaced by the pool.</summary>
internal sealed class PostgresGate : ISqlGate, IAsyncDisposable
{
    /// <summary>Batches of appends that are written at the same time.</summary>
    public const int AppendsAtOnce = 2;

    private readonly NpgsqlDataSource _source;

    /// <summary>Connections of their own for the appends: what serves all in turns has nothing of what appends need at hand.</summary>
    private readonly NpgsqlDataSource _appends;
    private readonly bool _readOnly;
    private bool _open;

    public PostgresGate(StoreOptions options)
    {
        _readOnly = options.ReadOnly;
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = "ordercheck",
            // A database that does not answer must not hold a doctor's screen.
            Timeout = 3,
            CommandTimeout = 10,
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            IncludeErrorDetail = false,
        };
        // A silo that is paused inside a transaction must not hold the others for longer than this.
        text.Options = $"{text.Options} -c lock_timeout={(int)options.LockTimeout.TotalMilliseconds} -c idle_in_transaction_session_timeout=5000".Trim();
        if (_readOnly)
            text.Options += " -c default_transaction_read_only=on";
        _source = Source(text);
        (text.MinPoolSize, text.MaxPoolSize) = (0, AppendsAtOnce);
        _appends = Source(text);
    }

    /// <summary>Brings the schema up to date, where it may, and lets others in.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await MappedAsync(async () =>
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            if (_readOnly)
                await PostgresMigration.RequireNewestAsync(connection);
            else
                await PostgresMigration.RunAsync(connection);
            return true;
        });
        _open = true;
    }

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation) =>
        UseAsync(async connection => await work(connection), cancellation);

    /// <inheritdoc/>
    /// <param name="sync">Makes no difference here: each is on disk when it ends.</param>
    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, bool sync = true) =>
        UseAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync();
                var result = await work(connection);
                await transaction.CommitAsync();
                return result;
            },
            CancellationToken.None);

    /// <summary>Work that needs more than the shared SQL; without a transaction of its own.</summary>
    public Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation) => UseAsync(_source, work, cancellation);

    /// <summary>As above, for what is appended to the ledger.</summary>
    public Task<T> AppendAsync<T>(Func<NpgsqlConnection, Task<T>> work) => UseAsync(_appends, work, CancellationToken.None);

    private Task<T> UseAsync<T>(NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        if (!_open)
            throw new LedgerUnavailableException(LedgerUnavailableException.Down, "The store is not open yet.");
        return MappedAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return await work(connection);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _appends.DisposeAsync();
        await _source.DisposeAsync();
    }

    private NpgsqlDataSource Source(NpgsqlConnectionStringBuilder text)
    {
        var builder = new NpgsqlDataSourceBuilder(text.ConnectionString);
        if (!_readOnly)
            builder.UsePhysicalConnectionInitializer(PostgresDurability.Check, PostgresDurability.CheckAsync);
        return builder.Build();
    }

    private async Task<T> MappedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (!_open && failure is StoreRefusedException)
        {
            throw;
        }
        catch (Exception failure) when (StoreErrors.Map(failure) is { } unavailable && unavailable != failure)
        {
            throw unavailable;
        }
    }
}
