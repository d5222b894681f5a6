using OrderCheck.Ledger;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Relay;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Server.Tests.Telemetry;

/// <summary>A store that is down, or hangs without a word.</summary>
internal sealed class UnavailableStore(bool hangs) : IStore
{
    public ILedger Ledger => throw new NotSupportedException("Nobody gets as far as the ledger.");

    public IInstallationStore Installation => throw new NotSupportedException("Nobody gets as far as the installation.");

    public ICheckStore Checks => throw new NotSupportedException("Nobody gets as far as the checks.");

    public IReleaseArchive Releases => throw new NotSupportedException("Nobody gets as far as the releases.");

    public IChain Chain => throw new NotSupportedException("Nobody gets as far as the chain.");

    public IRelayStore Relay => throw new NotSupportedException("Nobody gets as far as the relay.");

    public Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task ProbeAsync(CancellationToken cancellation) =>
        hangs ? new TaskCompletionSource().Task : Task.FromException(new LedgerUnavailableException(LedgerUnavailableException.Down, "It is down."));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
