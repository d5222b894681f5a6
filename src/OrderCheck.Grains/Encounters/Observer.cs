using Microsoft.Extensions.Logging;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Findings;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Keeps what a caller told of an encounter beside a question. What of it is new, and in which revision, is found out in the
/// encounter's own turn: told again, it writes nothing.
/// </summary>
internal sealed class Observer(EncounterKey key, EncounterMemory memory, Func<Caller, WriteRequest, Task<WriteOutcome>> write, TimeProvider time, ILogger logger)
{
    /// <summary>Of one unit: a stay of 10 000 lines must not keep the commits of others waiting.</summary>
    private const int MostFacts = 500;

    /// <summary>How often more is written than there are lines: where somebody else has written meanwhile, it is worked out anew.</summary>
    private const int Spare = 4;

    private readonly EntryCodec _codec = new();

    public async Task<WriteOutcome> ObserveAsync(Caller caller, ReportedEncounter reported)
    {
        var outcome = WriteOutcome.Nothing;
        try
        {
            await memory.OpenAsync();
            // What is written is then known; should it not be, this ends all the same.
            for (var left = (reported.Orders.Count / MostFacts) + Spare; left > 0; left--)
            {
                var missing = Readable(caller, Next(memory.Current!.State, reported));
                if (missing.Count == 0)
                    return outcome;
                outcome = await write(caller, new WriteRequest(Guid.CreateVersion7().ToString("N"), missing) { Observed = true });
                if (outcome.Kind is not (WriteOutcomeKind.Done or WriteOutcomeKind.Conflict))
                    return outcome;
            }
            return outcome;
        }
        catch (LedgerUnavailableException e)
        {
            memory.Failed();
            return WriteOutcome.From(e);
        }
        catch (InvalidDataException e)
        {
            GrainLog.LedgerUnreadable(logger, e, key.Hospital);
            return WriteOutcome.From(new LedgerUnavailableException("entry_unreadable", "What is recorded of this encounter cannot be read by this version."));
        }
    }

    /// <summary>What is missing; lines of before the encounter was known first, by themselves: no card is about them and others.</summary>
    private IEnumerable<Fact> Next(EncounterState state, ReportedEncounter reported)
    {
        var now = time.GetUtcNow();
        var missing = ReportedFacts.Missing(state, reported, now).Where(ReportedFacts.IsRecorded);
        bool IsLater(Fact fact) => fact is Discharged || (fact is OrderSigned signed && !EarlierLines.Is(signed.Order, state.KnownSince ?? now));
        return missing.Any(fact => fact is OrderSigned && !IsLater(fact)) ? missing.Where(fact => !IsLater(fact)) : missing;
    }

    /// <summary>The first of them that the ledger can give back: what it could not read again would close the encounter for ever.</summary>
    private List<Fact> Readable(Caller caller, IEnumerable<Fact> missing)
    {
        var readable = new List<Fact>();
        foreach (var fact in missing)
        {
            if (readable.Count == MostFacts)
                break;
            if (IsReadable(caller, fact))
                readable.Add(fact);
        }
        return readable;
    }

    private bool IsReadable(Caller caller, Fact fact)
    {
        try
        {
            _codec.Decode(1, _codec.Encode(fact, caller, time.GetUtcNow()), key.Hospital);
            return true;
        }
        catch (InvalidDataException)
        {
            ObservationMetrics.Ended("malformed");
            return false;
        }
    }
}
