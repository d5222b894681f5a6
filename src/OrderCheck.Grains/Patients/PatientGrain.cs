using Microsoft.Extensions.Logging;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Patients;
using Orleans.Placement;

namespace OrderCheck.Grains.Patients;

/// <summary>
/// A patient's encounters, folded out of the ledger and kept as long as it has nothing newer. Whatever is in memory can be
/// thrown away at any moment.
/// </summary>
[PreferLocalPlacement]
internal sealed class PatientGrain(ILedger ledger, DictionaryHolder dictionaries, TimeProvider time, ILogger<PatientGrain> logger)
    : Grain, IPatientGrain
{
    /// <summary>No person has more: it is a number that stands for all who are not known.</summary>
    private const int MostEncounters = 1000;

    /// <summary>Who has not read for longer is not told of what is new.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(30);

    private readonly Dictionary<long, StaySummary> _folded = [];
    private readonly Dictionary<EncounterKey, long> _readers = [];
    private PatientKey _key = null!;
    private TimeZoneInfo _zone = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = PatientKey.Parse(this.GetPrimaryKeyString());
        _zone = dictionaries.Find(_key.Hospital)?.Hospital.TimeZone ?? Hospital.FindTimeZone(Hospital.DefaultTimeZoneId);
        return Task.CompletedTask;
    }

    public async Task<PatientAnswer> ReadAsync(EncounterKey encounter, PatientNaming naming, long known)
    {
        _readers[encounter] = time.GetTimestamp();
        try
        {
            var related = await ledger.ListPatientEncountersAsync(_key.Hospital, _key.PatientNumber, MostEncounters + 1, CancellationToken.None);
            if (related.Count > MostEncounters)
            {
                GrainLog.TooManyEncounters(logger, _key.Hospital, MostEncounters);
                return PatientAnswer.Unknown;
            }
            var others = related.Where(other => other.Key != encounter).ToList();
            var version = 1 + others.Sum(other => other.Sequence);
            return version == known
                ? PatientAnswer.Unchanged
                : new PatientAnswer(true, new PatientEncounters(version, await MembersAsync(encounter, naming, others)));
        }
        catch (LedgerUnavailableException e)
        {
            GrainLog.LedgerUnavailable(logger, e.Reason);
            return PatientAnswer.Unknown;
        }
        catch (InvalidDataException e)
        {
            GrainLog.LedgerUnreadable(logger, e, _key.Hospital);
            return PatientAnswer.Unknown;
        }
    }

    public Task WroteAsync(EncounterKey encounter)
    {
        foreach (var (reader, at) in _readers.ToArray())
        {
            if (time.GetElapsedTime(at) > Forgotten)
                _readers.Remove(reader);
            else if (reader != encounter)
                _ = GrainFactory.GetGrain<IEncounterGrain>(reader.ToString()).HistoryChangedAsync();
        }
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<StaySummary>> MembersAsync(EncounterKey encounter, PatientNaming naming, List<PatientEncounter> others)
    {
        // The asking encounter knows best whose it is: its own facts need not be read for that.
        var related = new List<StaySummary> { new(new EarlierStay { Number = 0, Key = encounter, Sequence = 0 }, naming, []) };
        foreach (var other in others)
            related.Add(await FoldAsync(other));
        return [.. PatientMembers.Of(_key.PatientNumber, related).Where(member => member.Stay.Key != encounter)];
    }

    private async Task<StaySummary> FoldAsync(PatientEncounter encounter)
    {
        if (_folded.TryGetValue(encounter.Number, out var folded) && folded.Stay.Sequence == encounter.Sequence)
            return folded;
        return _folded[encounter.Number] =
            await PatientFold.ReadAsync(ledger, encounter.Number, encounter.Key, encounter.Sequence, _zone, CancellationToken.None);
    }
}
