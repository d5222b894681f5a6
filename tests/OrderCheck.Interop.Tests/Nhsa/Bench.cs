using System.Buffers;
using System.Text;
using System.Text.Json;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Regions;
using OrderCheck.Core.Rules;
using OrderCheck.Interop.Nhsa;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>Judges requests by the project's own rules, knowing nothing but the request.</summary>
internal static class Bench
{
    private static readonly HospitalDictionary Dictionary =
        DictionaryBuilder.Build(new Hospital("H32010000001", "", 3, "综合", Body.Zone), 1, Repository.Release.Dictionary.Files).Dictionary!;

    public static NhsaStamp Stamp(string? charset = null) => new(Body.Now, Body.Now.AddMilliseconds(57), Body.Zone, charset);

    public static List<NhsaVisitAnswer> Judge(NhsaRequest request, bool withoutRelease = false) =>
        [.. request.Visits.Where(visit => visit.Current).Select(visit => Judge(request, visit, withoutRelease ? null : Repository.Release))];

    public static byte[] Write(NhsaRequest request, IReadOnlyList<NhsaVisitAnswer> answers, RegionProfile? profile = null, string? charset = null)
    {
        var output = new ArrayBufferWriter<byte>();
        NhsaWriter.WriteAudit(output, request, answers, profile ?? Repository.National, Stamp(charset));
        return output.WrittenSpan.ToArray();
    }

    public static JsonElement Answer(NhsaRequest request, IReadOnlyList<NhsaVisitAnswer> answers, RegionProfile? profile = null) =>
        JsonDocument.Parse(Write(request, answers, profile)).RootElement;

    /// <summary>A failure of ours around the judging.</summary>
    public static JsonElement Unchecked(NhsaRequest? request, RegionProfile profile)
    {
        var output = new ArrayBufferWriter<byte>();
        NhsaWriter.WriteUnchecked(output, request, "存储不可用", profile, Stamp());
        return JsonDocument.Parse(output.WrittenMemory).RootElement;
    }

    public static byte[] Write(NhsaFault fault, string? charset = null)
    {
        var output = new ArrayBufferWriter<byte>();
        NhsaWriter.WriteFault(output, fault, Stamp(charset));
        return output.WrittenSpan.ToArray();
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static List<JsonElement> Rows(this JsonElement answer) => [.. answer.GetProperty("output").GetProperty("result").EnumerateArray()];

    private static NhsaVisitAnswer Judge(NhsaRequest request, NhsaVisit visit, Release? release)
    {
        var now = request.AskedAt ?? Body.Now;
        var empty = EncounterState.Empty(new EncounterKey("H32010000001", visit.VisitId), Body.Zone);
        var assumed = ReportedFacts.Assumed(empty, ReportedFacts.Missing(empty, visit.Reported, now), now);
        var state = empty.Assuming(assumed);
        return new NhsaVisitAnswer(visit, [.. request.Stages.Select((stage, index) =>
        {
            var id = new Guid(index, 1, 7, Encoding.UTF8.GetBytes("a test!!")).ToString();
            return stage is Stage.Registration or Stage.Discharge
                ? Evaluator.AuditEncounter(id, release, Dictionary, state, assumed, new CheckRequest([], stage), now)
                : Evaluator.CheckOrders(id, release, Dictionary, state, new CheckRequest(visit.Candidates, stage), now);
        })]);
    }
}
