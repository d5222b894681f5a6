using System.Data.Common;

namespace OrderCheck.EndToEnd.Records;

/// <summary>Where a server keeps its record, and how somebody who has the rights changes it behind the server's back.</summary>
internal abstract class RecordPlace : IAsyncDisposable
{
    /// <summary>That tell a server of it.</summary>
    public abstract string[] ServerOptions { get; }

    /// <summary>That tell the tool of it.</summary>
    /// <param name="data">The server's data folder.</param>
    public abstract string[] ToolOptions(string data);

    /// <summary>Takes away what keeps entries from being changed.</summary>
    public abstract string Unprotect { get; }

    public abstract DbConnection Ledger(string data);

    public abstract DbConnection Checks(string data);

    public abstract ValueTask DisposeAsync();
}
