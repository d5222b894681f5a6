using OrderCheck.Core.Identity;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// What users did about rows of which there is no record of a check: we could not read the request, or what was to be recorded
/// behind the answer was lost. It is in the audit, since no encounter is known to record it with.
/// </summary>
internal sealed class UnrecordedDispositions(ICheckStore store, TimeProvider time)
{
    /// <summary>Stable.</summary>
    private const string Operation = "DisposeUnrecorded";

    /// <summary>Ends when they are on disk.</summary>
    /// <exception cref="LedgerUnavailableException">They could not be kept.</exception>
    public async Task RecordAsync(Caller caller, string keyId, IReadOnlyList<NhsaDisposition> told, CancellationToken cancellation)
    {
        if (told.Count == 0)
            return;
        var dropped = store.Dropped;
        foreach (var one in told)
            store.RecordAudit(new AuditRecord(time.GetUtcNow(), caller, keyId, Operation, JudgementId.Read(one.WarningId)!.ToString(), one.Continue ? "continued" : "returned"));
        await store.FlushAsync(cancellation);
        if (store.Dropped != dropped)
            throw new LedgerUnavailableException("audit_dropped", "What was done about unchecked results could not be recorded.");
    }
}
