using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Installation;

namespace OrderCheck.Ledger;

/// <summary>Everything an installation keeps, in one embedded file set (SQLite) or one PostgreSQL database.</summary>
public interface IStore : IAsyncDisposable
{
    ILedger Ledger { get; }

    IInstallationStore Installation { get; }

    ICheckStore Checks { get; }

    /// <summary>
    /// Migrates the schema and starts the writers. Has to be called once before use; may be called again after it failed.
    /// </summary>
    /// <exception cref="StoreRefusedException">The store is set so that acknowledged would not mean durable, or its schema is newer than this program.</exception>
    /// <exception cref="LedgerUnavailableException">It cannot be reached or used now.</exception>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Ends well if the store answers: what the readiness of the service asks.</summary>
    /// <exception cref="LedgerUnavailableException">It does not.</exception>
    Task ProbeAsync(CancellationToken cancellation);
}
