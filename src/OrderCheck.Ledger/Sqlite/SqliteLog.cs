using Microsoft.Data.Sqlite;
using OrderCheck.Ledger.Background;
using SQLitePCL;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>
/// Copies a file's write-ahead log into the file, beside the writing: SQLite's own way lets the one commit that finds the log
/// long do all of it, and whoever is acknowledged after it waits for some hundred milliseconds of disk. Only what came during the
/// copying is left to the writer's turn, after which the log begins anew.
/// </summary>
/// <param name="connect">Opens a connection of the log's own.</param>
/// <param name="pages">So many pages are written before the log is copied.</param>
internal sealed class SqliteLog(Func<SqliteConnection> connect, int pages)
{
    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE: pages that the connection has written since it was opened.</summary>
    private const int PagesWritten = 9;

    private int _copiedAt;

    /// <summary>Ends when the last copying that was begun has ended; never fails.</summary>
    public Task Copying { get; private set; } = Task.CompletedTask;

    /// <summary>After a commit, in the writer's turn: whether the log has to be copied now.</summary>
    public bool IsLong(SqliteConnection writer)
    {
        if (!Copying.IsCompleted || raw.sqlite3_db_status(writer.Handle, PagesWritten, out var written, out _, 0) != raw.SQLITE_OK)
            return false;
        // A new connection counts from 0 again.
        if (written < _copiedAt)
            _copiedAt = 0;
        if (written - _copiedAt < pages)
            return false;
        _copiedAt = written;
        return true;
    }

    /// <param name="inTurn">Runs what it is given in the writer's turn.</param>
    public void BeginCopying(Func<Func<SqliteConnection, bool>, Task> inTurn) => Copying = YieldingThread.StayAsync(async () =>
    {
        try
        {
            using (var own = connect())
                Copy(own);
            await inTurn(Copy);
        }
        // The log goes on growing until the next copying, or until SQLite copies it by itself: the writes say what is wrong with the disk.
        catch (Exception failure) when (failure is SqliteException or LedgerUnavailableException or StoreRefusedException)
        {
        }
    });

    /// <summary>Whatever no reader holds back; waits for nobody.</summary>
    private static bool Copy(SqliteConnection connection) =>
        raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _) == raw.SQLITE_OK;
}
