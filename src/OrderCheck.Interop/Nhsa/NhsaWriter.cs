using System.Buffers;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;
using OrderCheck.Interop.Nhsa.Writing;

namespace OrderCheck.Interop.Nhsa;

/// <summary>Writes the answers to NHSA's transactions.</summary>
public static class NhsaWriter
{
    private const int Done = 0;
    private const int Failed = -1;
    private const string NothingAsked = "没有标记为本次（curr_drord_flag为1）的明细，未审核任何明细";

    private static readonly CheckAnswer NoCheck = new() { CheckId = "", State = CheckState.Unchecked };
    private static readonly NhsaVisit NoVisit = new() { PatientId = "", VisitId = "", Current = true, Reported = new ReportedEncounter() };

    /// <summary>
    /// The answer to a 3101 or 3102: each finding as a row, and of what nobody judged a row of rule OC-UNCHECKED. A region whose
    /// profile says so gets infcode -1 where nothing at all was judged.
    /// </summary>
    /// <param name="answers">One for each visit that was judged, in any order.</param>
    public static void WriteAudit(
        IBufferWriter<byte> output, NhsaRequest request, IReadOnlyList<NhsaVisitAnswer> answers, RegionProfile profile, NhsaStamp stamp)
    {
        var open = request.Visits.Select(visit => Unchecked.Of(visit, AnswerOf(visit, answers))).OfType<Unchecked>().ToList();
        var state = StateOf(request, open);
        var warning = string.Join(" ", open.Select(static one => one.Sentence).Distinct(StringComparer.Ordinal));
        if (warning.Length == 0 && AsksNothing(request))
            warning = NothingAsked;
        if (profile.UncheckedFails && state == CheckState.Unchecked)
        {
            AnswerWriter.Write(output, stamp, profile.Renames, request.Envelope.MessageId, Failed, warning, warning, null);
            return;
        }
        var told = new OutputNode(Result(request, answers, open, profile), profile.Strict ? null : Additions.Of(request, answers, state, stamp));
        AnswerWriter.Write(output, stamp, profile.Renames, request.Envelope.MessageId, Done, "", warning, told);
    }

    /// <summary>The answer to a 3101 or 3102 that failed for a reason of ours: each visit that it asks about was not judged, none looks clean.</summary>
    /// <param name="request">Null where it was not even read.</param>
    /// <param name="sentence">Why, in Chinese, without a full stop.</param>
    public static void WriteUnchecked(IBufferWriter<byte> output, NhsaRequest? request, string sentence, RegionProfile profile, NhsaStamp stamp)
    {
        var check = NoCheck with { StateReasons = [new StateReason("internal", sentence)] };
        var asked = request ?? new NhsaRequest { Envelope = new NhsaEnvelope("", "", "", "", ""), Stages = [Stage.Order], Visits = [NoVisit] };
        var current = asked.Visits.Where(static visit => visit.Current).DefaultIfEmpty(asked.Visits[0]);
        WriteAudit(output, asked, [.. current.Select(visit => new NhsaVisitAnswer(visit, [check]))], profile, stamp);
    }

    /// <summary>infcode -1: what was sent cannot be understood, or the caller may not ask it.</summary>
    public static void WriteFault(IBufferWriter<byte> output, NhsaFault fault, NhsaStamp stamp) =>
        AnswerWriter.Write(output, stamp, stamp.Names ?? FieldRenames.None, fault.MessageId, Failed, fault.Message, "", null);

    /// <summary>The answer to a 3103: recorded.</summary>
    /// <param name="warning">What of it could not be used, in Chinese; "" where nothing.</param>
    public static void WriteFeedback(IBufferWriter<byte> output, NhsaFeedback feedback, NhsaStamp stamp, string warning = "") =>
        AnswerWriter.Write(output, stamp, stamp.Names ?? FieldRenames.None, feedback.Envelope.MessageId, Done, "", warning, new OutputNode());

    private static List<ResultNode> Result(NhsaRequest request, IReadOnlyList<NhsaVisitAnswer> answers, List<Unchecked> open, RegionProfile profile)
    {
        var writer = new ResultWriter(request, profile);
        var rows = new List<ResultNode>();
        foreach (var visit in request.Visits)
        {
            var answer = AnswerOf(visit, answers);
            if (open.Find(one => ReferenceEquals(one.Visit, visit)) is { } left)
                rows.Add(writer.Unjudged(visit, ResultWriter.IdOf(answer is { Checks: [var first, ..] } ? first : NoCheck, -1), left.Name, left.Sentence, left.Lines));
            if (answer is not null)
                AddFindings(rows, writer, visit, answer, profile);
        }
        return rows;
    }

    /// <summary>What is found at several stages is one row; what was decided before is none, unless the profile says so.</summary>
    private static void AddFindings(List<ResultNode> rows, ResultWriter writer, NhsaVisit visit, NhsaVisitAnswer answer, RegionProfile profile)
    {
        var told = new HashSet<(string, string?)>();
        foreach (var check in answer.Checks)
        {
            for (var i = 0; i < check.Findings.Count; i++)
            {
                var finding = check.Findings[i];
                if ((!finding.Folded || profile.RepeatsFolded) && !told.Contains(Matter(finding)))
                    rows.Add(writer.Row(visit, ResultWriter.IdOf(check, i), finding));
            }
            // Of one check all are rows, though lines of one item share a key.
            told.UnionWith(check.Findings.Select(Matter));
        }
    }

    private static (string Key, string? Line) Matter(Finding finding) => (finding.Key, finding.Offender?.OrderId ?? finding.Offender?.ChargeId);

    /// <summary>Lines should be judged, and none is marked: an empty result would look as if they had been.</summary>
    private static bool AsksNothing(NhsaRequest request) =>
        request.Stages.All(static stage => stage is Stage.Order or Stage.Verify or Stage.Charge)
        && request.Visits.All(static visit => visit.Candidates.Count == 0 && visit.Unjudged.Count == 0);

    private static CheckState StateOf(NhsaRequest request, List<Unchecked> open)
    {
        if (open.Count == 0)
            return CheckState.Complete;
        var asked = request.Visits.Count(static visit => visit.Current);
        return open.Count >= asked && open.TrueForAll(static one => one.State == CheckState.Unchecked) ? CheckState.Unchecked : CheckState.Partial;
    }

    private static NhsaVisitAnswer? AnswerOf(NhsaVisit visit, IReadOnlyList<NhsaVisitAnswer> answers)
    {
        foreach (var answer in answers)
        {
            if (ReferenceEquals(answer.Visit, visit))
                return answer;
        }
        return null;
    }
}
