using System.Data.Common;
using Microsoft.Data.Sqlite;
using OrderCheck.Ledger.Background;
using OrderCheck.Ledger.Sql;
using SQLitePCL;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>
/// One SQLite file: many readers, and one connection that writes, one transaction at a time. A failure throws the writing
/// connection away; the next write opens a new one and so finds out whether the file can be used again.
/// </summary>
internal sealed class SqliteFile(string path, string schema, TimeSpan lockTimeout, bool readOnly = false) : ISqlGate, IAsyncDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly SqliteOpenMode _reading = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite;
    private readonly Migrations _migrations = new(schema);
    private readonly SqliteLeftovers _leftovers = new(path);
    private SqliteConnection? _writer;
    private SqliteLog? _log;
    private bool _syncs;
    private bool _open;
    private bool _disposed;

    /// <summary>Bytes of a page, where the file is made here; null for SQLite's own 4 096.</summary>
    internal int? PageSize { get; init; }

    /// <summary>So many pages are written before the log is copied into the file, beside the writing.</summary>
    internal required int PagesOfALog { get; init; }

    /// <summary>Runs on each new writing connection, before its first write.</summary>
    internal Action<SqliteConnection> Opened { get; set; } = _ => { };

    /// <summary>Ends when the log is not being copied, for now.</summary>
    internal Task LogCopiedAsync() => _log?.Copying ?? Task.CompletedTask;

    /// <summary>Makes the file if it is absent and brings its schema up to date; for reading only, requires both.</summary>
    public async Task OpenAsync()
    {
        if (readOnly)
        {
            await RequireAsync();
            _open = true;
            return;
        }
        await ExclusivelyAsync(async () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var connection = Connect(SqliteOpenMode.ReadWriteCreate);
            var current = await CurrentAsync(connection);
            _migrations.RefuseNewer(current);
            // A store that needs no change opens also where nothing can be written: checks go on from what it holds.
            if (current < _migrations.Newest)
                await InTransactionAsync(connection, async () =>
                {
                    await _migrations.ApplyAsync(connection);
                    return true;
                });
            return true;
        });
        _open = true;
    }

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        RequireOpen();
        return Task.Run(() => MappedAsync(async () =>
        {
            await using var connection = new SqliteConnection(Text(_reading, pooling: true));
            await connection.OpenAsync(cancellation);
            return await work(connection);
        }), cancellation);
    }

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, bool sync = true)
    {
        RequireOpen();
        if (readOnly)
            throw new LedgerUnavailableException(LedgerUnavailableException.ReadOnly, "The store was opened for reading only.");
        return YieldingThread.StayAsync(() => ExclusivelyAsync(async () =>
        {
            var connection = Connect(SqliteOpenMode.ReadWrite);
            Sync(connection, sync);
            var result = await InTransactionAsync(connection, () => work(connection));
            _log ??= new SqliteLog(ConnectApart, PagesOfALog);
            if (_log.IsLong(connection))
                _log.BeginCopying(InTurnAsync);
            return result;
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        _disposed = true;
        var copying = LogCopiedAsync();
        _writing.Release();
        await copying;
        await _writing.WaitAsync();
        Discard();
        using (var pooled = new SqliteConnection(Text(_reading, pooling: true)))
            SqliteConnection.ClearPool(pooled);
        if (readOnly)
            _leftovers.Remove();
        _writing.Release();
    }

    private Task<bool> RequireAsync() => MappedAsync(async () =>
    {
        if (!File.Exists(path))
            throw new StoreRefusedException($"There is no {path}.");
        _leftovers.Look();
        await using var connection = new SqliteConnection(Text(_reading, pooling: false));
        await connection.OpenAsync();
        _migrations.RequireNewest(await CurrentAsync(connection));
        return true;
    });

    private static async Task<int> CurrentAsync(SqliteConnection connection) =>
        await connection.FirstAsync("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'", row => row.GetInt32(0)) == 0
            ? 0
            : await Migrations.CurrentAsync(connection);

    private async Task<T> ExclusivelyAsync<T>(Func<Task<T>> work)
    {
        await _writing.WaitAsync();
        try
        {
            return await MappedAsync(work);
        }
        catch
        {
            Discard();
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    private static async Task<T> InTransactionAsync<T>(SqliteConnection connection, Func<Task<T>> work)
    {
        await connection.ExecuteAsync("BEGIN IMMEDIATE");
        var result = await work();
        await connection.ExecuteAsync("COMMIT");
        return result;
    }

    private Task InTurnAsync(Func<SqliteConnection, bool> work) =>
        ExclusivelyAsync(() => Task.FromResult(work(Connect(SqliteOpenMode.ReadWrite))));

    private SqliteConnection ConnectApart()
    {
        var connection = new SqliteConnection(Text(SqliteOpenMode.ReadWrite, pooling: false));
        try
        {
            connection.Open();
            SqliteDurability.Set(connection, lockTimeout, pageSize: null);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        if (_disposed)
            throw new LedgerUnavailableException(LedgerUnavailableException.Down, "The store is closed.");
        if (_writer is not null)
            return _writer;
        var connection = new SqliteConnection(Text(mode, pooling: false));
        try
        {
            connection.Open();
            SqliteDurability.Set(connection, lockTimeout, PageSize);
            Opened(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        _syncs = true;
        return _writer = connection;
    }

    private void Sync(SqliteConnection writer, bool sync)
    {
        if (sync == _syncs)
            return;
        SqliteDurability.Sync(writer, sync);
        _syncs = sync;
    }

    private void Discard()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private void RequireOpen()
    {
        if (!_open)
            throw new LedgerUnavailableException(LedgerUnavailableException.Down, "The store is not open yet.");
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
            throw unavailable.Reason == LedgerUnavailableException.Down && !readOnly && TurnedReadOnly()
                ? new LedgerUnavailableException(LedgerUnavailableException.ReadOnly, "The store's files are read-only.", failure)
                : unavailable;
        }
    }

    /// <summary>
    /// SQLite reports a file that turned read-only under an open connection as an I/O error, and only a new connection knows
    /// better. Only SQLite may be asked: opening and closing the file by other means would drop SQLite's own locks on it.
    /// </summary>
    private bool TurnedReadOnly()
    {
        try
        {
            using var connection = new SqliteConnection(Text(SqliteOpenMode.ReadWrite, pooling: false));
            connection.Open();
            return raw.sqlite3_db_readonly(connection.Handle, "main") == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private string Text(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = pooling,
        ForeignKeys = true,
        DefaultTimeout = Math.Max(1, (int)Math.Ceiling(lockTimeout.TotalSeconds)),
    }.ToString();
}
