using Microsoft.Extensions.Options;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Permissions;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Server.Encounters;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Nhsa;

/// <summary>Answers 3101 and 3102: judges each current visit, and keeps what is told of the others.</summary>
internal sealed class NhsaAudits(
    IEncounterService encounters, CheckGuard guard, PatientNames names, IOptions<OrderCheckOptions> options, TimeProvider time, ILogger<NhsaAudits> logger)
{
    /// <summary>A visit that comes after others in one call is given this at least.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    /// <summary>Of a call's time, what reading the patient's other stays may take at the first question about a stay.</summary>
    private const int HistoryShare = 4;

    public async Task<(IReadOnlyList<NhsaVisitAnswer> Answers, NhsaFault? Fault)> AnswerAsync(Caller caller, NhsaRequest request, NhsaCall call)
    {
        // What is told is kept, names too.
        if (!PermissionTable.Permits(caller.Role, Operation.ReportEvents))
            return ([], NhsaRefusals.NotPermitted);
        var answers = new List<NhsaVisitAnswer>(1);
        foreach (var visit in request.Visits)
        {
            names.Keep(caller.Hospital, visit.Reported.Stay.PatientNumber, visit.PatientName);
            if (!visit.Current)
            {
                _ = ObserveAsync(caller, visit);
                continue;
            }
            try
            {
                answers.Add(new NhsaVisitAnswer(visit, await CheckAsync(caller, visit, request.Stages, call)));
            }
            catch (Exception error) when (NhsaRefusals.OfCall(error) is { } fault)
            {
                return ([], fault);
            }
        }
        return (answers, null);
    }

    private Task<IReadOnlyList<CheckAnswer>> CheckAsync(Caller caller, NhsaVisit visit, IReadOnlyList<Stage> stages, NhsaCall call)
    {
        var left = TimeSpan.FromMilliseconds(options.Value.CheckMilliseconds) - (time.GetUtcNow() - call.Received);
        var asked = new ReportedCheck(visit.Reported, visit.Candidates, stages) { HistoryWithin = (left < Least ? Least : left) / HistoryShare, Release = call.Release };
        return guard.RunAsync(
            cancellation => encounters.CheckReportedAsync(caller, visit.VisitId, asked, cancellation),
            reason => [.. stages.Select(stage => encounters.Unjudged(caller, new EncounterRef(visit.VisitId, null), asked.At(stage), reason))],
            Counted,
            left < Least ? Least : left,
            stages.Any(static stage => stage is not (Stage.Registration or Stage.Discharge)) ? NotJudgedReasons.OfOrders : NotJudgedReasons.OfEncounter,
            call.Http.RequestAborted);
    }

    private static IReadOnlyList<CheckAnswer> Counted(IReadOnlyList<CheckAnswer> answers)
    {
        foreach (var answer in answers)
            CheckMetrics.Answered(answer);
        return answers;
    }

    private async Task ObserveAsync(Caller caller, NhsaVisit visit)
    {
        try
        {
            await encounters.ObserveAsync(caller, visit.VisitId, visit.Reported);
        }
#pragma warning disable CA1031 // Nobody asked about this visit: the next call tells it again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            NhsaLog.VisitNotKept(logger, error, caller.Hospital);
        }
    }
}
