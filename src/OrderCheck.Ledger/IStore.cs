using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Relay;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Ledger;

/// <summary>Everything an installation keeps, in one embedded file set (SQLite) or one PostgreSQL database.</summary>
public interface IStore : IAsyncDisposable
{
    ILedger Ledger { get; }

    IInstallationStore Installation { get; }

    ICheckStore Checks { get; }

    IReleaseArchive Releases { get; }

    IChain Chain { get; }

    IRelayStore Relay { get; }

    /// <summary>
    /// Migrates the schema and starts the writers. Has to be called once before use; may be called again after it failed.
    /// A store that is opened for reading only must be there, in this program's schema: nothing is made or migrated.
    /// </summary>
    /// <exception cref="StoreRefusedException">
    /// The store is set so that acknowledged would not mean durable, or its schema is newer than this program; for reading only:
    /// it is not there, or its schema is older.
    /// </exception>
    /// <exception cref="LedgerUnavailableException">It cannot be reached or used now.</exception>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Ends well if the store answers: what the readiness of the service asks.</summary>
    /// <exception cref="LedgerUnavailableException">It does not.</exception>
    Task ProbeAsync(CancellationToken cancellation);
}
