using Google.Protobuf;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Replay;

/// <summary>
/// Judges a recorded check again from what it rested on: the encounter's facts up to then, the release of then, the dictionary
/// of then, at the time of then. Only reads. For one caller at a time.
/// </summary>
public sealed class CheckReplayer(IStore store)
{
    /// <summary>No two runs take the same time; the engine's version is told by itself.</summary>
    private static readonly string[] Ignored = ["elapsed_micros", "engine_version"];

    private static readonly string[] OfTheRelease = ["release_number", "release_hash"];

    /// <summary>Checks that are judged again one after another mostly rest on the same release, and making it takes a second or more.</summary>
    private Release? _last;

    /// <param name="hospital">Null looks in every hospital.</param>
    /// <param name="other">Judges by this release instead; that it is another one is then no difference.</param>
    /// <exception cref="ReplayRefusedException">There is no such check, or something that it rested on is missing.</exception>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    public async Task<CheckReplay> RunAsync(string checkId, string? hospital, Release? other, CancellationToken cancellation)
    {
        var (record, row) = await FindAsync(checkId, hospital, cancellation);
        var (recorded, inputs) = Read(record);
        if (!inputs.Judged)
            return new CheckReplay(record, recorded, null, null, []);
        var release = other ?? await ReleaseAsync(recorded, cancellation);
        var dictionary = await DictionaryAsync(row, recorded.DictionaryNumber, cancellation);
        var upTo = inputs.LedgerSequence > 0 ? inputs.LedgerSequence : recorded.LedgerSequence;
        var all = await FactsAsync(record, upTo + inputs.ChargesRecorded, cancellation);
        var facts = all[..(int)upTo];
        if (inputs.ChargesRecorded > 0)
            inputs = inputs with { Charges = Charges(record, all[facts.Count..]) };
        var empty = EncounterState.Empty(record.Encounter, dictionary.Hospital.TimeZone);
        var history = await HistoryReplay.ReadAsync(store.Ledger, inputs.History, empty.TimeZone, cancellation);
        var state = LateSubject.Without(empty, facts, inputs.LateOrderIds, inputs.LateChargeIds, out _).WithHistory(history);
        if (inputs.Reported.Count > 0)
        {
            var assumed = ReportedFacts.Assumed(state, inputs.Reported, TimeOf(recorded));
            // What is told may be whose stay it is: the history in view was that patient's.
            (state, facts) = (state.Assuming(assumed).WithHistory(history), [.. facts, .. assumed]);
        }
        var replayed = AnswerWriter.Answer(Judge(checkId, release, dictionary, state, facts, inputs, TimeOf(recorded)));
        string[] ignored = other is null ? Ignored : [.. Ignored, .. OfTheRelease];
        return new CheckReplay(record, recorded, replayed, release, AnswerDifferences.Of(recorded, replayed, ignored));
    }

    private async Task<(CheckRecord Record, HospitalRow Hospital)> FindAsync(string checkId, string? hospital, CancellationToken cancellation)
    {
        var all = await store.Installation.ListHospitalsAsync(cancellation);
        if (hospital is not null && all.All(row => row.Code != hospital))
            throw new ReplayRefusedException($"The store has no hospital {hospital}; it has {string.Join(", ", all.Select(row => row.Code))}.");
        foreach (var row in all.Where(row => hospital is null || row.Code == hospital))
        {
            if (await store.Checks.FindAsync(row.Code, checkId, cancellation) is { } record)
                return (record, row);
        }
        throw new ReplayRefusedException($"No check {checkId} is recorded{(hospital is null ? "" : $" in hospital {hospital}")}.");
    }

    private static (Proto.CheckAnswer Answer, CheckInputs Inputs) Read(CheckRecord record)
    {
        try
        {
            return (Proto.CheckAnswer.Parser.ParseFrom(record.Answer.Span), CheckInputsCodec.Read(record.Inputs));
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidDataException)
        {
            throw new ReplayRefusedException($"The record of check {record.CheckId} cannot be read: it is damaged, or of a newer program.", e);
        }
    }

    /// <summary>Null where none was live then.</summary>
    private async Task<Release?> ReleaseAsync(Proto.CheckAnswer recorded, CancellationToken cancellation)
    {
        if (recorded.ReleaseHash.Length == 0)
            return null;
        if (_last is { } last && last.Number == recorded.ReleaseNumber && last.Hash == recorded.ReleaseHash)
            return last;
        var name = $"Release {recorded.ReleaseNumber} ({recorded.ReleaseHash})";
        try
        {
            var folder = await store.Releases.FindAsync(recorded.ReleaseHash, cancellation)
                ?? throw new ReplayRefusedException($"{name} is not in the archive. If its rules folder still exists, name it with --rules.");
            var build = ReleaseBuilder.Build(folder, recorded.ReleaseNumber);
            return _last = build.Release
                ?? throw new ReplayRefusedException($"{name} cannot be used by this engine: {build.Faults[0].File}:{build.Faults[0].Line}:{build.Faults[0].Column}: {build.Faults[0].Message}");
        }
        catch (InvalidDataException e)
        {
            throw new ReplayRefusedException(e.Message, e);
        }
    }

    private async Task<HospitalDictionary> DictionaryAsync(HospitalRow row, long number, CancellationToken cancellation)
    {
        var stream = await DictionaryStream.ReadAsync(store.Installation, row, number, cancellation);
        if (number == 0)
            return HospitalDictionary.Empty(DictionaryStream.Of(stream.Hospital));
        if (stream.Number != number)
            throw new ReplayRefusedException($"Dictionary {number} of hospital {row.Code} is not in the store, which has {stream.Number}.");
        var build = stream.Build();
        return build.Dictionary
            ?? throw new ReplayRefusedException($"Dictionary {number} of hospital {row.Code} cannot be used by this engine: {build.Faults[0].File}:{build.Faults[0].Line}: {build.Faults[0].Message}");
    }

    /// <summary>As they were judged: that they wait for another judgement was known only after this one.</summary>
    private static List<Charge> Charges(CheckRecord record, List<RecordedFact> recorded) =>
    [
        .. recorded.Select(entry => entry.Fact as Charge ?? throw new ReplayRefusedException(
            $"The check judged charges, but entry {entry.Sequence} of encounter {record.Encounter} is none. Run ordercheck ledger verify."))
            .Select(charge => charge with { Unjudged = false }),
    ];

    private async Task<List<RecordedFact>> FactsAsync(CheckRecord record, long upTo, CancellationToken cancellation)
    {
        var facts = new List<RecordedFact>();
        if (upTo == 0)
            return facts;
        try
        {
            if (await store.Ledger.FindEncounterAsync(record.Encounter, cancellation) is { } number)
            {
                await foreach (var fact in store.Ledger.ReadAsync(number, 0, cancellation))
                {
                    if (fact.Sequence > upTo)
                        break;
                    facts.Add(fact);
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw new ReplayRefusedException($"The ledger of encounter {record.Encounter} cannot be read: {e.Message} Run ordercheck ledger verify.", e);
        }
        return facts.Count == upTo
            ? facts
            : throw new ReplayRefusedException(
                $"The check rests on {upTo} facts of encounter {record.Encounter}, of which the ledger has {facts.Count}. Run ordercheck ledger verify.");
    }

    private static DateTimeOffset TimeOf(Proto.CheckAnswer recorded) =>
        Timestamps.TryRead(recorded.EvaluatedAt ?? new(), out var time)
            ? time
            : throw new ReplayRefusedException($"The record of check {recorded.CheckId} has no time that can be read.");

    /// <summary>As it was judged then, an error of the engine included.</summary>
    private static CheckAnswer Judge(
        string checkId, Release? release, HospitalDictionary dictionary, EncounterState state, IReadOnlyList<RecordedFact> facts, CheckInputs inputs,
        DateTimeOffset now)
    {
        var ofEncounter = inputs.Request.IsOfEncounter;
        CheckAnswer answer;
        try
        {
            answer = inputs.Shadow && ShadowCheck.Judge(checkId, release, dictionary, state, inputs.Request, inputs.Charges, now, facts) is { } shadow ? shadow
                : ofEncounter ? Evaluator.AuditEncounter(checkId, release, dictionary, state, facts, inputs.Request, now)
                : Evaluator.Judge(checkId, release, dictionary, state, inputs.Request, inputs.Charges, now);
        }
#pragma warning disable CA1031 // What the doctor was told of an error is what is compared.
        catch (Exception)
#pragma warning restore CA1031
        {
            answer = Evaluator.NotJudged(checkId, release, ofEncounter ? CheckReasons.EvaluationFailed.OfEncounter() : CheckReasons.EvaluationFailed, now);
        }
        answer = answer with { ChangedOrderIds = inputs.ChangedOrderIds };
        if (inputs.MayBeStale)
            answer = answer.With(CheckReasons.LedgerUnavailable);
        return inputs.History is { MayBeStale: true } ? answer.With(CheckReasons.HistoryStale) : answer;
    }
}
