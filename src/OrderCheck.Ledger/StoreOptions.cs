namespace OrderCheck.Ledger;

/// <summary>Where and how the installation keeps its record. Checked by <see cref="StoreOptionsValidator"/> at start.</summary>
public sealed class StoreOptions
{
    /// <summary>The configuration section these settings are bound from.</summary>
    public const string Section = "Store";

    public StoreKind Kind { get; set; } = StoreKind.Sqlite;

    /// <summary>Folder of the SQLite files; made if absent. Used with <see cref="StoreKind.Sqlite"/>.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Npgsql connection string. Used with <see cref="StoreKind.Postgres"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// For reading a store, also beside the server that writes it: nothing is made, migrated or written, and every write is
    /// refused with store_read_only.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>How many appends at most wait for a group commit; further callers wait for a place. 1 to 100 000.</summary>
    public int AppendQueue { get; set; } = 4096;

    /// <summary>How many appends at most share one commit. 1 to 4 096.</summary>
    public int BatchUnits { get; set; } = 256;

    /// <summary>How many checks and audit records at most wait to be written; further ones are dropped and counted. 1 to 1 000 000.</summary>
    public int CheckQueue { get; set; } = 8192;

    /// <summary>How long a write waits for another process's lock before it is refused with store_locked. 10 ms to 30 s.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromMilliseconds(500);
}
