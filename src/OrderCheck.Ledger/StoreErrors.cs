using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace OrderCheck.Ledger;

/// <summary>The one place where a driver's error codes become <see cref="LedgerUnavailableException"/>.</summary>
internal static class StoreErrors
{
    /// <summary>What the caller is told, or null if the failure says nothing about the store's availability.</summary>
    public static LedgerUnavailableException? Map(Exception failure) => failure switch
    {
        LedgerUnavailableException mapped => mapped,
        SqliteException sqlite => Sqlite(sqlite),
        PostgresException postgres => Postgres(postgres),
        NpgsqlException or System.Net.Sockets.SocketException => Down("PostgreSQL does not answer.", failure),
        StoreRefusedException refused => Down(refused.Message, failure),
        UnauthorizedAccessException => new(LedgerUnavailableException.ReadOnly, "The store's files may not be written.", failure),
        IOException => Down("The store's files cannot be used.", failure),
        _ => null,
    };

    private static LedgerUnavailableException? Sqlite(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_READONLY => new(LedgerUnavailableException.ReadOnly, "The store's files are read-only.", failure),
        raw.SQLITE_FULL => new(LedgerUnavailableException.Full, "The store's disk, or the space it may use, is full.", failure),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(LedgerUnavailableException.Locked, "Another process holds the store's lock.", failure),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_PERM or raw.SQLITE_NOMEM
            or raw.SQLITE_PROTOCOL => Down($"SQLite cannot use its files (code {failure.SqliteExtendedErrorCode}).", failure),
        _ => null,
    };

    private static LedgerUnavailableException? Postgres(PostgresException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.ReadOnlySqlTransaction => new(LedgerUnavailableException.ReadOnly, "PostgreSQL takes no writes now.", failure),
        PostgresErrorCodes.DiskFull => new(LedgerUnavailableException.Full, "PostgreSQL's disk is full.", failure),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected =>
            new(LedgerUnavailableException.Locked, "Another session holds a lock of the store.", failure),
        ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['X', 'X', ..] or ['2', '5', ..] =>
            Down($"PostgreSQL cannot be used (code {failure.SqlState}).", failure),
        _ => null,
    };

    private static LedgerUnavailableException Down(string message, Exception failure) =>
        new(LedgerUnavailableException.Down, message, failure);
}
