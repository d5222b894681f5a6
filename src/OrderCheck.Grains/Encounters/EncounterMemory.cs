using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// One encounter's snapshot and how far it can be trusted. Changed on its grain's own turns alone: <see cref="Current"/> is
/// swapped, whole, and never for an older one, since a read that began before a commit ends after it. The public properties
/// may be read on any thread, and the patient's history may come on any.
/// </summary>
internal sealed class EncounterMemory(EncounterKey key, TimeZoneInfo zone, ILedger ledger, TimeProvider time, ILogger logger)
{
    /// <summary>A snapshot that the store has not confirmed for longer is confirmed before it is used.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    /// <summary>While the store fails, checks ask it again no more often than this.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly Lock _swap = new();
    private volatile EncounterSnapshot? _current;
    private Task? _reading;
    private long? _number;
    private long _confirmedAt;
    private long _askedAt;
    private volatile bool _doubted;
    private volatile bool _mayBeStale;

    /// <summary>Null until the ledger was read once.</summary>
    public EncounterSnapshot? Current => _current;

    /// <summary>The last read or write of the store failed: the snapshot may be behind.</summary>
    public bool MayBeStale => _mayBeStale;

    /// <summary>The encounter's number in the store; valid after <see cref="OpenAsync"/>.</summary>
    public long Number => _number ?? throw new InvalidOperationException("The encounter was not opened yet.");

    /// <summary>What a state of that sequence is the fold of; what others append meanwhile is left out.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public async Task<List<RecordedFact>> FactsAsync(long upTo)
    {
        var facts = new List<RecordedFact>();
        if (upTo == 0)
            return facts;
        await foreach (var fact in ledger.ReadAsync(Number, 0, CancellationToken.None))
        {
            if (fact.Sequence > upTo)
                break;
            facts.Add(fact);
        }
        return facts;
    }

    /// <summary>The store has confirmed the snapshot within <see cref="Trusted"/>, and nothing has cast doubt on it since.</summary>
    public bool IsConfirmed =>
        _current is not null && !_doubted && !_mayBeStale && time.GetElapsedTime(Volatile.Read(ref _confirmedAt)) < Trusted;

    /// <summary>Confirms or reads the snapshot if that is due; waits no longer than the patience and never fails.</summary>
    public Task RefreshAsync(TimeSpan patience) => IsConfirmed ? Task.CompletedTask : RefreshNowAsync(patience);

    private async Task RefreshNowAsync(TimeSpan patience)
    {
        // Without a snapshot there is nothing better to do than to wait for the reading that is under way.
        var underWay = _current is null && _reading is { IsCompleted: false };
        if (MayBeStale && !underWay && time.GetElapsedTime(_askedAt) < RetryPause)
            return;
        try
        {
            await ReadOnceAsync().WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            Failed();
            GrainLog.LedgerSlow(logger, key.Hospital, patience);
        }
        catch (LedgerUnavailableException e)
        {
            GrainLog.LedgerUnavailable(logger, e.Reason);
        }
        catch (InvalidDataException e)
        {
            GrainLog.LedgerUnreadable(logger, e, key.Hospital);
        }
    }

    /// <summary>Before a write: the encounter has its number in the store, and its snapshot was read.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be used.</exception>
    public async Task OpenAsync()
    {
        _number ??= await ledger.OpenEncounterAsync(key, CancellationToken.None);
        if (_current is null)
            await ReadOnceAsync();
    }

    /// <summary>Reads whatever others have written, after a conflict.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be read.</exception>
    public Task CatchUpAsync()
    {
        _doubted = true;
        return ReadOnceAsync();
    }

    /// <summary>The store has committed this: swaps it in.</summary>
    public void Commit(EncounterSnapshot next)
    {
        Swap(next, evenIfAsOld: true);
        Confirm();
    }

    /// <summary>Another version of the patient's history, in one step with everything else that checks read.</summary>
    /// <param name="naming">Whose history it is.</param>
    /// <returns>False: the encounter has turned out to be somebody else's since.</returns>
    public bool Adopt(PatientNaming naming, PatientHistory history)
    {
        lock (_swap)
        {
            if (_current is not { } current || !naming.IsOf(current.State.Stay))
                return false;
            _current = current with { State = current.State.WithHistory(history) };
            return true;
        }
    }

    /// <summary>The store could not be used: the snapshot may be behind until it is confirmed again.</summary>
    public void Failed()
    {
        _mayBeStale = true;
        _askedAt = time.GetTimestamp();
    }

    private Task ReadOnceAsync() => _reading is { IsCompleted: false } reading ? reading : _reading = ReadAsync();

    private async Task ReadAsync()
    {
        _askedAt = time.GetTimestamp();
        try
        {
            // Asking about an encounter that nobody reported must not write: it gets its number with the first write.
            _number ??= await ledger.FindEncounterAsync(key, CancellationToken.None);
            if (_number is not { } number)
                _current ??= EncounterSnapshot.Empty(key, zone);
            else if (await ledger.ReadHeadAsync(number, CancellationToken.None) is var head && _current?.IsAt(head) != true)
                Swap(await ReplayAsync(number, head), evenIfAsOld: false);
            Confirm();
        }
        catch
        {
            Failed();
            throw;
        }
    }

    /// <summary>Others may append while this reads: it goes on until what was read is what the head says.</summary>
    private async Task<EncounterSnapshot> ReplayAsync(long number, LedgerHead head)
    {
        var began = Stopwatch.GetTimestamp();
        var state = EncounterState.Empty(key, zone);
        while (true)
        {
            var facts = new List<RecordedFact>();
            await foreach (var fact in ledger.ReadAsync(number, state.Sequence, CancellationToken.None))
                facts.Add(fact);
            state = state.Apply(facts);
            if (state.Sequence == head.Sequence)
            {
                EncounterMetrics.Replayed(began, head.Sequence);
                return new EncounterSnapshot(state.Trimmed(), head);
            }
            head = await ledger.ReadHeadAsync(number, CancellationToken.None);
        }
    }

    /// <summary>A history that came while the next snapshot was being made goes on with it, where it is the same patient's.</summary>
    private void Swap(EncounterSnapshot next, bool evenIfAsOld)
    {
        lock (_swap)
        {
            if (_current is not { } current)
                _current = next;
            else if (next.Head.Sequence > current.Head.Sequence || (evenIfAsOld && next.Head.Sequence == current.Head.Sequence))
                _current = PatientNaming.Same(current.State.Stay, next.State.Stay)
                    ? next with { State = next.State.WithHistory(current.State.History) }
                    : next;
        }
    }

    private void Confirm()
    {
        Volatile.Write(ref _confirmedAt, time.GetTimestamp());
        _doubted = false;
        _mayBeStale = false;
    }
}
