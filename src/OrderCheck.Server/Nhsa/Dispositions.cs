using System.Globalization;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Encounters;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Ledger;
using OrderCheck.Server.Overload;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// Records what users did about findings (3103), each as a decision on the finding of the check that its jr_id names. All or
/// nothing: a call with one bad disposition records none.
/// </summary>
internal sealed class Dispositions(IEncounterService encounters, UnrecordedDispositions nowhere, CallGate gate, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>Each has to be looked up; no screen has as many rows.</summary>
    private const int Most = 1_000;

    /// <summary>Of decisions about the row that says that nothing was checked.</summary>
    private const string UncheckedKey = "OC-UNCHECKED";

    /// <summary>The first that is not as it must be; null where all are.</summary>
    public static NhsaFault? FaultOf(IReadOnlyList<NhsaDisposition> told) => told.Count > Most
        ? new NhsaFault("input.data.warns", string.Create(CultureInfo.InvariantCulture, $"input.data.warns：有{told.Count}条处置，一次最多{Most}条；未记录任何处理。"))
        : told.Select(FaultOf).FirstOrDefault(static fault => fault is not null);

    /// <param name="keyId">That the caller came with.</param>
    /// <param name="ours">Those that are about findings of ours.</param>
    /// <param name="keepOthers">Keeps the others, once none of ours is refused.</param>
    public async Task<DispositionsTaken> RecordAsync(
        Caller caller, string keyId, NhsaFeedback feedback, IReadOnlyList<NhsaDisposition> ours, Func<Task> keepOthers, CancellationToken cancellation)
    {
        if (!await gate.EnterCallAsync())
            return new DispositionsTaken(NhsaRefusals.NotKept);
        try
        {
            var (decided, unchecks) = (new Dictionary<EncounterRef, List<Fact>>(), new List<NhsaDisposition>());
            if (await ReadAsync(caller, feedback, ours, decided, unchecks, cancellation) is { } fault)
                return new DispositionsTaken(fault);
            await keepOthers();
            await nowhere.RecordAsync(caller, keyId, unchecks, cancellation);
            foreach (var (encounter, decisions) in decided)
                await encounters.WriteAsync(caller, encounter, new WriteRequest(Guid.CreateVersion7().ToString("N"), decisions) { Revises = true }, cancellation);
            return new DispositionsTaken(null, OfLost(unchecks.Count(static one => JudgementId.Read(one.WarningId) is { Index: >= 0 })));
        }
        catch (LedgerUnavailableException)
        {
            return new DispositionsTaken(NhsaRefusals.NotKept);
        }
        catch (Exception error) when (NhsaRefusals.OfCall(error) is { } refused)
        {
            return new DispositionsTaken(refused);
        }
        finally
        {
            gate.LeaveCall();
        }
    }

    private async Task<NhsaFault?> ReadAsync(
        Caller caller, NhsaFeedback feedback, IReadOnlyList<NhsaDisposition> ours, Dictionary<EncounterRef, List<Fact>> decided,
        List<NhsaDisposition> unchecks, CancellationToken cancellation)
    {
        var checks = new Dictionary<Guid, RecordedCheck?>();
        var own = ours.ToHashSet();
        for (var i = 0; i < feedback.Warnings.Count; i++)
        {
            var told = feedback.Warnings[i];
            if (!own.Contains(told))
                continue;
            if (JudgementId.Read(told.WarningId) is not { } id)
                return Unknown(i);
            if (!checks.TryGetValue(id.CheckId, out var check))
                checks.Add(id.CheckId, check = await encounters.FindRecordedAsync(caller, id.CheckId.ToString(), cancellation));
            // The record of a check may have been lost behind its answer; of a request that we could not read there never was one.
            if (check is null)
                unchecks.Add(told);
            else if (id.Index >= check.Answer.Findings.Count)
                return Unknown(i);
            else
                Add(decided, check, id.Index < 0 ? OfUnchecked(caller, told, id) : Decision(caller, told, id, check.Answer.Findings[id.Index]));
        }
        return null;
    }

    private static void Add(Dictionary<EncounterRef, List<Fact>> decided, RecordedCheck check, DecisionRecorded decision)
    {
        if (!decided.TryGetValue(check.Encounter, out var of))
            decided.Add(check.Encounter, of = []);
        // Told twice in one call, the last one holds.
        of.RemoveAll(before => before.Id == decision.Id);
        of.Add(decision);
    }

    private DecisionRecorded OfUnchecked(Caller caller, NhsaDisposition told, JudgementId id) =>
        Decision(caller, told, id, UncheckedKey, told.Continue ? DecisionKind.Overridden : DecisionKind.Changed);

    private DecisionRecorded Decision(Caller caller, NhsaDisposition told, JudgementId id, Finding finding) =>
        Decision(caller, told, id, finding.Key, KindOf(told, finding));

    private DecisionRecorded Decision(Caller caller, NhsaDisposition told, JudgementId id, string key, DecisionKind kind) =>
        new(id.CheckId.ToString(), key, kind, Clean(told.Reason), Consent: false)
        {
            Id = "3103:" + id,
            OccurredAt = time.GetUtcNow(),
            DecidedBy = caller.Person.Length > 0 ? caller.Person : null,
        };

    /// <summary>
    /// What 继续执行 means of this finding. Where its family lets nobody go on, the user has gone on all the same: that is kept as it
    /// happened.
    /// </summary>
    private static DecisionKind KindOf(NhsaDisposition told, Finding finding)
    {
        var allowed = finding.AllowedDecisions;
        if (!told.Continue)
            return allowed.Contains(DecisionKind.Changed) || !allowed.Contains(DecisionKind.Withdrawn) ? DecisionKind.Changed : DecisionKind.Withdrawn;
        return allowed.Contains(DecisionKind.Overridden) ? DecisionKind.Overridden
            : allowed.Contains(DecisionKind.MeetsLimit) ? DecisionKind.MeetsLimit
            : allowed.Contains(DecisionKind.EmergencyBypass) ? DecisionKind.EmergencyBypass
            : DecisionKind.Overridden;
    }

    /// <summary>In one line, as the ledger keeps texts.</summary>
    private static string? Clean(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return null;
        var text = reason.Any(char.IsControl) ? string.Concat(reason.Select(static c => char.IsControl(c) ? ' ' : c)) : reason;
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static NhsaFault? FaultOf(NhsaDisposition told, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"input.data.warns[{index}].dspo_way_rea");
        return told switch
        {
            { Continue: true } when Clean(told.Reason) is null => new NhsaFault(path, $"{path}必填：继续执行（dspo_way为1）须填写原因，1至{LongestReason}个字符。"),
            { Reason.Length: > LongestReason } => new NhsaFault(
                path, string.Create(CultureInfo.InvariantCulture, $"{path}过长：有{told.Reason.Length}个字符，最多{LongestReason}个字符；未记录任何处理。")),
            _ => null,
        };
    }

    private static string OfLost(int lost) =>
        lost == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"其中{lost}条处置对应的审核记录已不可查，仅记入审计日志，未计入就诊记录。");

    private static NhsaFault Unknown(int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"input.data.warns[{index}].warn_rslt_id");
        return new NhsaFault(path, $"{path}不是本机构审核结果中的jr_id。");
    }
}
