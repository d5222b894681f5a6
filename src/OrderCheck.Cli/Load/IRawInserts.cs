namespace OrderCheck.Cli.Load;

/// <summary>
/// What the store can do at best: rows of the ledger's own table, with its keys and as many rows before, inserted by one connection that
/// does nothing else, as durable as the ledger's.
/// </summary>
internal interface IRawInserts : IAsyncDisposable
{
    /// <summary>As many as 32 callers post with 20 lines each.</summary>
    const int RowsOfACommit = 640;

    /// <summary>Rows that the table has.</summary>
    long Count { get; }

    /// <summary>Inserts the rows in one transaction; on disk when it ends.</summary>
    Task CommitAsync();

    /// <summary>Opens them and inserts what the measured server's table has before its callers post.</summary>
    static async Task<IRawInserts> OpenAsync(string? postgres, int encounters, int charges)
    {
        IRawInserts raw = postgres is null ? await SqliteRawInserts.OpenAsync(encounters) : await PostgresRawInserts.OpenAsync(postgres, encounters);
        while (raw.Count < (long)encounters * charges)
            await raw.CommitAsync();
        return raw;
    }
}
