using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Charges;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// What can be asked of encounters: gRPC, JSON, NHSA and pages all call this. The hospital is the caller's, so nobody reaches
/// another hospital's encounter. Every method throws <see cref="NotPermittedException"/> and <see cref="UnknownHospitalException"/>.
/// </summary>
public interface IEncounterService
{
    /// <summary>Judges orders before they are signed. Does not fail because a store does: what could not be judged is said in the answer.</summary>
    /// <exception cref="RefusedException">The encounter is not named.</exception>
    Task<CheckAnswer> CheckAsync(Caller caller, EncounterRef encounter, CheckRequest request, CancellationToken cancellation = default);

    /// <summary>Judges the encounter as a whole, at registration or before discharge. Does not fail because a store does.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="encounter">By its visit number.</param>
    /// <param name="request">The stage, and how many cards; without orders.</param>
    /// <param name="cancellation">Ends the waiting, not the judging.</param>
    /// <exception cref="RefusedException">The encounter is not named.</exception>
    Task<CheckAnswer> AuditAsync(Caller caller, EncounterRef encounter, CheckRequest request, CancellationToken cancellation = default);

    /// <summary>
    /// Judges orders, or the encounter, with what the caller tells of it beside the question, and keeps that behind the answer. Does
    /// not fail because a store does.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="visit">The protocol's one name of the encounter: an alias that is known, else its visit number.</param>
    /// <param name="asked">One answer for each of its stages.</param>
    /// <param name="cancellation">Ends the waiting, not the judging.</param>
    /// <exception cref="RefusedException">The encounter is not named well.</exception>
    Task<IReadOnlyList<CheckAnswer>> CheckReportedAsync(Caller caller, string visit, ReportedCheck asked, CancellationToken cancellation = default);

    /// <summary>Keeps what is told of an encounter without a question, behind whatever is answered.</summary>
    /// <exception cref="RefusedException">The encounter is not named well.</exception>
    Task ObserveAsync(Caller caller, string visit, ReportedEncounter reported, CancellationToken cancellation = default);

    /// <summary>A recorded check of the caller's hospital with its encounter, or null: what a decision on one of its findings is recorded by.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">The store cannot be read.</exception>
    Task<RecordedCheck?> FindRecordedAsync(Caller caller, string checkId, CancellationToken cancellation = default);

    /// <summary>The answer to a check that is not judged, for a reason outside the encounters. Recorded like any other: its id can be looked up.</summary>
    CheckAnswer Unjudged(Caller caller, EncounterRef encounter, CheckRequest request, StateReason reason);

    /// <summary>Records facts and judges signed orders and charges in their own turn. On disk when the task ends.</summary>
    /// <exception cref="ConflictException">A request id or an entity id was used before with other content.</exception>
    /// <exception cref="RefusedException">A fact cannot be recorded, e.g. a refund beyond its original; names the field.</exception>
    /// <exception cref="Ledger.LedgerUnavailableException">Nothing was written; the same request may be sent again.</exception>
    Task<WriteReceipt> WriteAsync(Caller caller, EncounterRef encounter, WriteRequest request, CancellationToken cancellation = default);

    /// <summary>Null if nothing is recorded of that encounter.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">It is not in memory and cannot be read.</exception>
    Task<EncounterDescription?> DescribeAsync(Caller caller, EncounterRef encounter, CancellationToken cancellation = default);

    /// <summary>The differences between the HIS's sums and the ledger's; empty if there are none.</summary>
    /// <exception cref="RefusedException">Neither encounter nor day is given.</exception>
    /// <exception cref="Ledger.LedgerUnavailableException">The ledger cannot be read.</exception>
    Task<IReadOnlyList<ReconcileDifference>> ReconcileAsync(Caller caller, ReconcileRequest request, CancellationToken cancellation = default);

    /// <summary>A check's recorded answer, or null if the caller's hospital has none of that id.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">The store cannot be read.</exception>
    Task<CheckAnswer?> GetCheckAsync(Caller caller, string checkId, CancellationToken cancellation = default);

    /// <summary>What was judged late for a doctor, oldest first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="doctor">Null for the caller's own list; another's is for the insurance office.</param>
    /// <param name="after">Cursor; 0 for the first page.</param>
    /// <param name="limit">1 to 200; 0 for 50.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <exception cref="Ledger.LedgerUnavailableException">The store cannot be read.</exception>
    Task<LatePage> ListLateAsync(Caller caller, string? doctor, long after, int limit, CancellationToken cancellation = default);

    /// <summary>What interrupted nobody, oldest first: a day's automatic charges, or what is for the caller's role and not for the doctor.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="list">Which list.</param>
    /// <param name="after">Cursor; 0 for the first page.</param>
    /// <param name="limit">1 to 200; 0 for 50.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <exception cref="Ledger.LedgerUnavailableException">The store cannot be read.</exception>
    Task<LatePage> ListWorkAsync(Caller caller, WorkList list, long after, int limit, CancellationToken cancellation = default);
}
