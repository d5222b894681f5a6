using Microsoft.Extensions.Logging;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;
using OrderCheck.Grains.Patients;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Keeps an encounter's copy of its patient's history up to date, behind everything else: no check and no write waits for it.
/// Safe on any thread.
/// </summary>
internal sealed class EncounterHistory(EncounterKey key, EncounterMemory memory, IGrainFactory grains, TimeProvider time, ILogger logger)
{
    /// <summary>A copy that nobody has confirmed for longer is confirmed, also where no hint came.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromMinutes(5);

    /// <summary>Checks that use a copy which nobody could confirm for longer say so.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromMinutes(15);

    /// <summary>What could not be read is asked for again no more often than this.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(10);

    /// <summary>How long a hint waits for more of them: an encounter that is being charged gives one with every line.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    private readonly Lock _turn = new();
    private Task _reading = Task.CompletedTask;
    private bool _isReading;
    private bool _again;
    private long _askedAt;
    private long _confirmedAt;
    private string? _hinted;
    private volatile KnownPatient? _patient;
    private volatile bool _ended;

    /// <summary>There is a copy, and for long nobody could say whether it is the newest.</summary>
    public bool MayBeStale => memory.Current?.State.History is not null && time.GetElapsedTime(Volatile.Read(ref _confirmedAt)) > Stale;

    /// <summary>It is time to ask, without any hint.</summary>
    public bool IsDue => memory.Current is { State: { Stay.Details.PatientNumber: not null } state }
        && (state.History is null
            ? time.GetElapsedTime(Volatile.Read(ref _askedAt)) > RetryPause
            : time.GetElapsedTime(Volatile.Read(ref _confirmedAt)) > Trusted);

    /// <summary>Begins to ask; where that is under way, once more after it. Ends when there is nothing newer, and never fails.</summary>
    public Task RefreshAsync() => RefreshAsync(TimeSpan.Zero);

    /// <summary>Another encounter has written: asks soon, once for many hints.</summary>
    public void Hinted() => _ = RefreshAsync(memory.Current is { State.History: null } ? TimeSpan.Zero : Gathering);

    /// <summary>The encounter's grain ends: nothing is asked any more.</summary>
    public void End() => _ended = true;

    /// <summary>Ends at once where the history is known, else when it was read, or could not be.</summary>
    public Task KnownAsync() => memory.Current is { State: { History: null, Stay.Details.PatientNumber: not null } } ? RefreshAsync() : Task.CompletedTask;

    /// <summary>
    /// The history of the patient that a caller tells, where the encounter does not have it: it names nobody yet, or its own reading
    /// is not done. Null where it cannot be read within the limit: then rules that need it say so. Never fails.
    /// </summary>
    public async Task<PatientHistory?> ToldAsync(Stay told, TimeSpan limit)
    {
        if (told.Details.PatientNumber is not { } patient)
            return null;
        try
        {
            var answer = await Patient(patient).ReadAsync(key, PatientNaming.Of(told), known: 0).WaitAsync(limit, time);
            return answer is { Known: true, Encounters: { } others } ? PatientHistory.Of(others) : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
#pragma warning disable CA1031 // The check goes on without it, and says what is missing.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.HistoryUnread(logger, e, key.Hospital);
            return null;
        }
    }

    /// <summary>The encounter has written: its patient's other encounters hear of it, and it asks for its own history if it has none.</summary>
    public void Wrote()
    {
        if (memory.Current is not { } current)
            return;
        var patient = current.State.Stay.Details.PatientNumber;
        if (_hinted is { } before && before != patient)
            Hint(before);
        if (patient is not null)
            Hint(patient);
        _hinted = patient;
        if (patient is not null && current.State.History is null)
            _ = RefreshAsync();
    }

    /// <summary>Kept, since looking a grain up costs more than telling it something.</summary>
    private IPatientGrain Patient(string number)
    {
        if (_patient is not { } known || known.Number != number)
            _patient = known = new KnownPatient(number, grains.GetGrain<IPatientGrain>(new PatientKey(key.Hospital, number).ToString()));
        return known.Grain;
    }

    private void Hint(string patient) => _ = Patient(patient).WroteAsync(key);

    private Task RefreshAsync(TimeSpan pause)
    {
        lock (_turn)
        {
            if (_isReading)
            {
                _again = true;
                return _reading;
            }
            _isReading = true;
            return _reading = ReadAsync(pause);
        }
    }

    private async Task ReadAsync(TimeSpan pause)
    {
        // Whoever began it goes on first.
        await Task.Yield();
        while (true)
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time);
            if (!_ended)
                await ReadOnceAsync();
            pause = memory.Current is { State.History: null } ? TimeSpan.Zero : Gathering;
            lock (_turn)
            {
                _isReading = _again;
                _again = false;
                if (!_isReading)
                    return;
            }
        }
    }

    private async Task ReadOnceAsync()
    {
        Volatile.Write(ref _askedAt, time.GetTimestamp());
        if (memory.Current is not { State: { Stay.Details.PatientNumber: { } patient } state })
            return;
        var naming = PatientNaming.Of(state.Stay);
        var asked = time.GetTimestamp();
        try
        {
            var answer = await Patient(patient).ReadAsync(key, naming, state.History?.Version ?? 0);
            if (answer.Known && (answer.Encounters is not { } others || memory.Adopt(naming, PatientHistory.Of(others))))
                Volatile.Write(ref _confirmedAt, asked);
        }
#pragma warning disable CA1031 // Nobody waits for it: the next hint, or the keeper, asks again, and a copy that grows old says so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.HistoryUnread(logger, e, key.Hospital);
        }
    }

    private sealed record KnownPatient(string Number, IPatientGrain Grain);
}
