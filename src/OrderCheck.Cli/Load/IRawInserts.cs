namespace OrderCheck.Cli.Load;

/// <summary>
/// What the store can do at best: rows of the ledger's own table, with its keys, inserted by one connection that does nothing
/// else, as durable as the ledger's.
/// </summary>
internal interface IRawInserts : IAsyncDisposable
{
    /// <summary>As many as 32 callers post with 20 lines each.</summary>
    const int RowsOfACommit = 640;

    /// <summary>Inserts the rows in one transaction; on disk when it ends.</summary>
    Task CommitAsync();
}
