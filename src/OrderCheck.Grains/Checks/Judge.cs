using System.Buffers.Binary;
using Microsoft.Extensions.Logging;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;

namespace OrderCheck.Grains.Checks;

/// <summary>Judges by the release and dictionary of this moment, or a release that was read before, each read once. An error of ours never reaches the doctor as one.</summary>
internal sealed class Judge(ReleaseHolder releases, DictionaryHolder dictionaries, TimeProvider time, ILogger<Judge> logger) : IDisposable
{
    [ThreadStatic]
    private static Chance? _chance;

    /// <summary>Whole encounters that are judged at once: the other processors are for checks.</summary>
    private readonly SemaphoreSlim _audits = new(Math.Max(1, Environment.ProcessorCount / 2));

    public Release? Release => releases.Current;

    /// <summary>
    /// Time-ordered and unique over all silos: a UUID of version 7 (RFC 9562). Made here, since the framework's own asks for
    /// chance at every one.
    /// </summary>
    public string NewCheckId()
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, time.GetUtcNow().ToUnixTimeMilliseconds() << 16);
        _chance ??= new Chance();
        _chance.Fill(id[6..]);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true).ToString();
    }

    /// <summary>Orders, and charges that the state does not have yet.</summary>
    /// <param name="after">The state with the charges, where the caller has it already.</param>
    /// <param name="by">Null: the release of this moment.</param>
    public CheckAnswer Of(
        string checkId, EncounterState state, CheckRequest request, IReadOnlyList<Charge> charges, EncounterState? after = null, Release? by = null)
    {
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        var release = by ?? releases.Current;
        try
        {
            var dictionary = dictionaries.Find(state.Key.Hospital) ?? throw new UnknownHospitalException(state.Key.Hospital);
            var answer = Evaluator.Judge(checkId, release, dictionary, state, request, charges, now, after);
            return answer with { ElapsedMicros = (long)time.GetElapsedTime(started).TotalMicroseconds };
        }
#pragma warning disable CA1031 // A doctor is never stopped by our failure: the answer says that nothing was judged.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.JudgementFailed(logger, e, checkId);
            return Evaluator.NotJudged(checkId, release, CheckReasons.EvaluationFailed, now);
        }
    }

    /// <summary>An encounter as a whole; takes milliseconds, on no turn of its grain.</summary>
    /// <param name="by">Null: the release of the moment at which it is begun.</param>
    public async Task<CheckAnswer> AuditAsync(string checkId, EncounterState state, IReadOnlyList<RecordedFact> facts, CheckRequest request, Release? by = null)
    {
        await _audits.WaitAsync();
        try
        {
            return await Task.Run(() => Audit(checkId, state, facts, request, by ?? releases.Current));
        }
        finally
        {
            _audits.Release();
        }
    }

    private CheckAnswer Audit(string checkId, EncounterState state, IReadOnlyList<RecordedFact> facts, CheckRequest request, Release? release)
    {
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        try
        {
            var dictionary = dictionaries.Find(state.Key.Hospital) ?? throw new UnknownHospitalException(state.Key.Hospital);
            var answer = Evaluator.AuditEncounter(checkId, release, dictionary, state, facts, request, now);
            return answer with { ElapsedMicros = (long)time.GetElapsedTime(started).TotalMicroseconds };
        }
#pragma warning disable CA1031 // As above: an error of ours is said in the answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.JudgementFailed(logger, e, checkId);
            return Evaluator.NotJudged(checkId, release, CheckReasons.EvaluationFailed.OfEncounter(), now);
        }
    }

    public void Dispose() => _audits.Dispose();

    /// <summary>The answer where something kept us from judging; with an id of its own.</summary>
    public CheckAnswer Unchecked(StateReason reason) => Evaluator.NotJudged(NewCheckId(), releases.Current, reason, time.GetUtcNow());
}
