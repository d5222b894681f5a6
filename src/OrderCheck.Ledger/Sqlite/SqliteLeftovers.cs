using Microsoft.Data.Sqlite;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>
/// The -wal and -shm files that SQLite makes beside a file that nobody has open, and that a connection which may only read
/// cannot take away again. Deleting them ourselves could hit a server that starts at that moment, and so could reading the file
/// as if nobody wrote it (immutable=1). A connection that may write takes them away as it closes, if SQLite's own lock says that
/// it is the last one.
/// </summary>
internal sealed class SqliteLeftovers(string path)
{
    private bool _closedBefore;

    /// <summary>Before the file is opened. A log that is there already is somebody's, or a killed server's: it stays.</summary>
    public void Look() => _closedBefore = !File.Exists(path + "-wal");

    /// <summary>After it was closed. What cannot be taken away stays; it does no harm.</summary>
    public void Remove()
    {
        if (!_closedBefore || !File.Exists(path + "-wal"))
            return;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = 1,
            }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            // SQLite looks for the log at the first question.
            command.CommandText = "SELECT count(*) FROM sqlite_schema";
            command.ExecuteScalar();
        }
        catch (SqliteException)
        {
            // Somebody has it open now, or nothing may be written here.
        }
    }
}
