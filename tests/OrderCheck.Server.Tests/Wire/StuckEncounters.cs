using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Charges;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Findings;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>Encounters that never answer, whatever they are asked.</summary>
internal sealed class StuckEncounters : IEncounterService
{
    public Task<CheckAnswer> CheckAsync(Caller caller, EncounterRef encounter, CheckRequest request, CancellationToken cancellation = default) => Never<CheckAnswer>();

    public Task<CheckAnswer> AuditAsync(Caller caller, EncounterRef encounter, CheckRequest request, CancellationToken cancellation = default) => Never<CheckAnswer>();

    public Task<IReadOnlyList<CheckAnswer>> CheckReportedAsync(Caller caller, string visit, ReportedCheck asked, CancellationToken cancellation = default) =>
        Never<IReadOnlyList<CheckAnswer>>();

    public Task ObserveAsync(Caller caller, string visit, ReportedEncounter reported, CancellationToken cancellation = default) => Never<bool>();

    public Task<RecordedCheck?> FindRecordedAsync(Caller caller, string checkId, CancellationToken cancellation = default) => Never<RecordedCheck?>();

    public CheckAnswer Unjudged(Caller caller, EncounterRef encounter, CheckRequest request, StateReason reason) =>
        new() { CheckId = "u1", State = CheckState.Unchecked, StateReasons = [reason] };

    public Task<WriteReceipt> WriteAsync(Caller caller, EncounterRef encounter, WriteRequest request, CancellationToken cancellation = default) => Never<WriteReceipt>();

    public Task<EncounterDescription?> DescribeAsync(Caller caller, EncounterRef encounter, CancellationToken cancellation = default) => Never<EncounterDescription?>();

    public Task<IReadOnlyList<ReconcileDifference>> ReconcileAsync(Caller caller, ReconcileRequest request, CancellationToken cancellation = default) =>
        Never<IReadOnlyList<ReconcileDifference>>();

    public Task<CheckAnswer?> GetCheckAsync(Caller caller, string checkId, CancellationToken cancellation = default) => Never<CheckAnswer?>();

    public Task<LatePage> ListWorkAsync(Caller caller, WorkList list, long after, int limit, CancellationToken cancellation = default) => Never<LatePage>();

    public Task<LatePage> ListLateAsync(Caller caller, string? doctor, long after, int limit, CancellationToken cancellation = default) => Never<LatePage>();

    private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
