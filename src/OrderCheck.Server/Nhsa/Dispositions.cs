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
internal sealed class Dispositions(IEncounterService encounters, CallGate gate, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>The first that is not as it must be; null where all are.</summary>
    public static NhsaFault? FaultOf(IReadOnlyList<NhsaDisposition> told) => told.Select(FaultOf).FirstOrDefault(static fault => fault is not null);

    /// <param name="ours">Those that are about findings of ours.</param>
    /// <returns>Null: recorded, now or before.</returns>
    public async Task<NhsaFault?> RecordAsync(Caller caller, NhsaFeedback feedback, IReadOnlyList<NhsaDisposition> ours, CancellationToken cancellation)
    {
        if (!await gate.EnterCallAsync())
            return NhsaRefusals.NotKept;
        try
        {
            var decided = new Dictionary<EncounterRef, List<Fact>>();
            if (await ReadAsync(caller, feedback, ours, decided, cancellation) is { } fault)
                return fault;
            foreach (var (encounter, decisions) in decided)
                await encounters.WriteAsync(caller, encounter, new WriteRequest(Guid.CreateVersion7().ToString("N"), decisions) { Revises = true }, cancellation);
            return null;
        }
        catch (LedgerUnavailableException)
        {
            return NhsaRefusals.NotKept;
        }
        catch (Exception error) when (NhsaRefusals.OfCall(error) is { } refused)
        {
            return refused;
        }
        finally
        {
            gate.LeaveCall();
        }
    }

    private async Task<NhsaFault?> ReadAsync(
        Caller caller, NhsaFeedback feedback, IReadOnlyList<NhsaDisposition> ours, Dictionary<EncounterRef, List<Fact>> decided, CancellationToken cancellation)
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
            if (check is null || id.Index >= check.Answer.Findings.Count)
                return Unknown(i);
            // That nothing was checked is no finding: whatever is done about it is right.
            if (id.Index >= 0)
                Add(decided, check, Decision(caller, told, id, check.Answer.Findings[id.Index]));
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

    private DecisionRecorded Decision(Caller caller, NhsaDisposition told, JudgementId id, Finding finding) =>
        new(id.CheckId.ToString(), finding.Key, KindOf(told, finding), Clean(told.Reason), Consent: false)
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
            { Reason.Length: > LongestReason } => new NhsaFault(path, $"{path}过长：原因最多{LongestReason}个字符。"),
            _ => null,
        };
    }

    private static NhsaFault Unknown(int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"input.data.warns[{index}].warn_rslt_id");
        return new NhsaFault(path, $"{path}不是本机构审核结果中的jr_id。");
    }
}
