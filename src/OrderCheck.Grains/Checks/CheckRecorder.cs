using Microsoft.Extensions.Logging;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Grains.Checks;

/// <summary>
/// Hands each check with its inputs to the store, which writes it behind the answer, and finds it there again. It is encoded
/// at once: a few microseconds, while what waits as objects would have to be carried along by every collection.
/// </summary>
internal sealed class CheckRecorder(ICheckStore store, AfterAnswers after, ILogger<CheckRecorder> logger)
{
    /// <summary>Never throws: that a check could not be recorded is no reason not to answer it.</summary>
    /// <param name="inputs">Of the findings shown before only those are kept that were found again: they alone make a difference.</param>
    public void Record(Caller by, EncounterKey encounter, CheckAnswer answer, CheckInputs inputs)
    {
        try
        {
            store.RecordCheck(new CheckRecord
            {
                CheckId = answer.CheckId,
                Encounter = encounter,
                Stage = inputs.Request.Stage,
                EvaluatedAt = answer.EvaluatedAt,
                By = by,
                Inputs = CheckInputsCodec.Write(inputs with { Request = inputs.Request with { ShownBefore = answer.ShownBefore } }),
                Answer = AnswerBytes.Write(answer),
            });
        }
#pragma warning disable CA1031 // See above.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.CheckNotRecorded(logger, e, answer.CheckId);
        }
    }

    /// <summary>As the other; what was judged is then looked at again, behind the answer.</summary>
    /// <param name="state">What the answer rests on.</param>
    /// <param name="facts">Those that the state is the fold of, where the encounter as a whole was judged.</param>
    public void Record(
        Caller by, EncounterKey encounter, CheckAnswer answer, CheckInputs inputs, EncounterState state, IReadOnlyList<RecordedFact>? facts = null)
    {
        Record(by, encounter, answer, inputs);
        CheckMetrics.Blind(answer.Blind);
        after.Add(answer, inputs, state, facts);
    }

    /// <summary>Counts decisions that were recorded for their rules' records.</summary>
    public void Decided(RulesDecided? decided)
    {
        if (decided is not null)
            after.Add(decided);
    }

    /// <summary>Records an answer that judged nothing, and gives it back: whoever was told its id can look it up.</summary>
    public CheckAnswer Unchecked(Caller by, EncounterKey encounter, CheckRequest request, CheckAnswer answer)
    {
        Record(by, encounter, answer, new CheckInputs(request) { LedgerSequence = 0, Judged = false });
        return answer;
    }

    /// <summary>What a cited check was told and judged, or null if the store has no such check of that encounter or cannot say.</summary>
    public async Task<RecentCheck?> FindAsync(EncounterKey encounter, string checkId)
    {
        if (ShadowCheck.IsShadow(checkId))
            return null;
        try
        {
            var record = await store.FindAsync(encounter.Hospital, checkId, CancellationToken.None);
            if (record is null || record.Encounter != encounter)
                return null;
            var inputs = CheckInputsCodec.Read(record.Inputs);
            return RecentCheck.Of(record.By.Person, AnswerBytes.ReadAnswer(record.Answer), inputs.Request.Orders);
        }
        catch (Ledger.LedgerUnavailableException)
        {
            // Then the write cites a check that nobody can look up: its findings are listed again.
            return null;
        }
    }
}
