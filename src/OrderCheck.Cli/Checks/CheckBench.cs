using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Regions;
using OrderCheck.Core.Rules;
using OrderCheck.Interop.Nhsa;

namespace OrderCheck.Cli.Checks;

/// <summary>Judges requests as a hospital would that knows nothing but the request: the same file gives the same findings.</summary>
internal sealed class CheckBench(Release release, RegionProfile profile, TimeZoneInfo zone, string charset)
{
    private readonly Dictionary<(int?, string?), HospitalDictionary> _dictionaries = [];

    public string Charset { get; } = charset;

    public CheckedRequest Answer(ReadOnlyMemory<byte> body)
    {
        var received = TimeProvider.System.GetUtcNow();
        var (request, fault) = NhsaReader.ReadAudit(body, Charset, profile, zone, received);
        var output = new ArrayBufferWriter<byte>();
        if (request is null)
        {
            NhsaWriter.WriteFault(output, fault!, Stamp(received));
            return new CheckedRequest(output.WrittenSpan.ToArray(), null, [], fault);
        }
        var answers = request.Visits.Where(visit => visit.Current).Select((visit, index) => Judge(request, visit, index, body, received)).ToList();
        NhsaWriter.WriteAudit(output, request, answers, profile, Stamp(received));
        return new CheckedRequest(output.WrittenSpan.ToArray(), request, answers, null);
    }

    private NhsaVisitAnswer Judge(NhsaRequest request, NhsaVisit visit, int index, ReadOnlyMemory<byte> body, DateTimeOffset received)
    {
        var now = request.AskedAt ?? received;
        var dictionary = DictionaryOf(visit);
        var empty = EncounterState.Empty(new EncounterKey(dictionary.Hospital.Code, visit.VisitId), zone);
        var assumed = ReportedFacts.Assumed(empty, ReportedFacts.Missing(empty, visit.Reported, now), now);
        var state = empty.Assuming(assumed);
        return new NhsaVisitAnswer(visit, [.. request.Stages.Select(stage =>
        {
            var id = IdOf(body, index, stage);
            return stage is Stage.Registration or Stage.Discharge
                ? Evaluator.AuditEncounter(id, release, dictionary, state, assumed, new CheckRequest([], stage), now)
                : Evaluator.CheckOrders(id, release, dictionary, state, new CheckRequest(visit.Candidates, stage), now);
        })]);
    }

    /// <summary>What the folder gives a new hospital, which is what the request says of it.</summary>
    private HospitalDictionary DictionaryOf(NhsaVisit visit)
    {
        if (_dictionaries.TryGetValue((visit.FacilityLevel, visit.FacilityType), out var known))
            return known;
        var hospital = new Hospital("", "", visit.FacilityLevel, visit.FacilityType, zone) { Region = profile.Name };
        var built = DictionaryBuilder.Build(hospital, 1, release.Dictionary.Files, release.Catalogue).Dictionary ?? HospitalDictionary.Empty(hospital);
        return _dictionaries[(visit.FacilityLevel, visit.FacilityType)] = built;
    }

    private NhsaStamp Stamp(DateTimeOffset received) => new(received, TimeProvider.System.GetUtcNow(), zone, Names: profile.Renames);

    /// <summary>The same request has the same ids.</summary>
    private static string IdOf(ReadOnlyMemory<byte> body, int visit, Stage stage)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(body.Span);
        hash.AppendData(Encoding.UTF8.GetBytes($"/{visit}/{stage}"));
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16)).ToString();
    }
}
