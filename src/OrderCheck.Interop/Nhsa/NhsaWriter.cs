using System.Buffers;
using System.Text.Json;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Writing;

namespace OrderCheck.Interop.Nhsa;

/// <summary>Writes the answers to NHSA's transactions.</summary>
public static class NhsaWriter
{
    private const int Done = 0;
    private const int Failed = -1;

    private static readonly CheckAnswer NoCheck = new() { CheckId = "", State = CheckState.Unchecked };

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
        if (profile.UncheckedFails && state == CheckState.Unchecked)
        {
            AnswerWriter.Write(output, stamp, request.Envelope.MessageId, Failed, warning, warning, null);
            return;
        }
        AnswerWriter.Write(output, stamp, request.Envelope.MessageId, Done, "", warning, json =>
        {
            WriteResult(json, request, answers, open, profile);
            if (!profile.Strict)
                new Additions(json, request, stamp).Write(answers, state);
        });
    }

    /// <summary>infcode -1: what was sent cannot be understood, or the caller may not ask it.</summary>
    public static void WriteFault(IBufferWriter<byte> output, NhsaFault fault, NhsaStamp stamp) =>
        AnswerWriter.Write(output, stamp, fault.MessageId, Failed, fault.Message, "", null);

    /// <summary>The answer to a 3103: recorded.</summary>
    /// <param name="warning">What of it could not be used, in Chinese; "" where nothing.</param>
    public static void WriteFeedback(IBufferWriter<byte> output, NhsaFeedback feedback, NhsaStamp stamp, string warning = "") =>
        AnswerWriter.Write(output, stamp, feedback.Envelope.MessageId, Done, "", warning, static _ => { });

    private static void WriteResult(
        Utf8JsonWriter json, NhsaRequest request, IReadOnlyList<NhsaVisitAnswer> answers, List<Unchecked> open, RegionProfile profile)
    {
        var rows = new ResultWriter(json, request, profile);
        json.WriteStartArray("result");
        foreach (var visit in request.Visits)
        {
            var answer = AnswerOf(visit, answers);
            if (open.Find(one => ReferenceEquals(one.Visit, visit)) is { } left)
                rows.WriteUnchecked(visit, ResultWriter.IdOf(answer is { Checks: [var first, ..] } ? first : NoCheck, -1), left.Name, left.Sentence, left.Lines);
            if (answer is not null)
                WriteFindings(rows, visit, answer, profile);
        }
        json.WriteEndArray();
    }

    /// <summary>What is found at several stages is one row; what was decided or seen before is none, unless the profile says so.</summary>
    private static void WriteFindings(ResultWriter rows, NhsaVisit visit, NhsaVisitAnswer answer, RegionProfile profile)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in answer.Checks)
        {
            for (var i = 0; i < check.Findings.Count; i++)
            {
                var finding = check.Findings[i];
                if ((!finding.Folded || profile.RepeatsFolded) && told.Add(finding.Key))
                    rows.Write(visit, ResultWriter.IdOf(check, i), finding);
            }
        }
    }

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
