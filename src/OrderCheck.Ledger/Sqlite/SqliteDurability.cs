using Microsoft.Data.Sqlite;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>
/// The settings on which "acknowledged means durable" rests, set and read back: a library built otherwise, or a file system
/// that cannot do WAL, answers with another value instead of an error.
/// </summary>
internal static class SqliteDurability
{
    private const string Full = "2";
    private const string Normal = "1";

    /// <summary>How long the log may be before a commit copies it: see <see cref="SqliteLog"/>, which is usually there first. 256 MB.</summary>
    private const int BytesOfALongLog = 256 << 20;

    private const int UsualPage = 4_096;

    /// <summary>
    /// The ids of an encounter lie on some pages of its own; a ward's that are charged again and again stay in memory. 16 MB, of
    /// the one connection that writes. Not more: after most commits SQLite walks through all that it keeps (a page that its
    /// balancing uses as a stand-in lies behind the file's end), half a millisecond for 64 MB.
    /// </summary>
    private const int KilobytesOfPages = 16_384;

    /// <param name="pageSize">Of a file that is still empty, in bytes; one that is not keeps its own. Null for SQLite's 4 096.</param>
    /// <exception cref="StoreRefusedException">A setting did not take.</exception>
    public static void Set(SqliteConnection connection, TimeSpan lockTimeout, int? pageSize)
    {
        if (pageSize is { } bytes)
            Pragma(connection, $"page_size={bytes}");
        Pragma(connection, $"busy_timeout={(int)lockTimeout.TotalMilliseconds}");
        Require(connection, "journal_mode", "WAL", "wal");
        Sync(connection, true);
        Pragma(connection, $"wal_autocheckpoint={BytesOfALongLog / (pageSize ?? UsualPage)}");
        Pragma(connection, $"cache_size=-{KilobytesOfPages}");
        // What a savepoint may have to undo: nobody needs it after a crash.
        Pragma(connection, "temp_store=MEMORY");
    }

    /// <summary>Whether each commit waits for the disk; one that does brings all before it there, too. Between transactions alone.</summary>
    public static void Sync(SqliteConnection connection, bool eachCommit) =>
        Require(connection, "synchronous", eachCommit ? "FULL" : "NORMAL", eachCommit ? Full : Normal);

    /// <summary>What is deleted is overwritten: an erased identity must not live on in free pages.</summary>
    public static void EraseForGood(SqliteConnection connection) => Pragma(connection, "secure_delete=ON");

    private static void Require(SqliteConnection connection, string name, string value, string readBack)
    {
        Pragma(connection, $"{name}={value}");
        var found = Pragma(connection, name);
        if (!string.Equals(found, readBack, StringComparison.OrdinalIgnoreCase))
            throw new StoreRefusedException($"SQLite {name} is {found}; it must be {value}, or what is acknowledged may be lost.");
    }

#pragma warning disable CA2100 // The text is made of constants and a number.
    private static string Pragma(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {text}";
        return command.ExecuteScalar()?.ToString() ?? "";
    }
#pragma warning restore CA2100
}
