using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Checks;

/// <summary>
/// Looks, before discharge, for the promise that a finding was answered with. What was promised of an order holds for the
/// charges that it became; what was decided since without a promise has settled it.
/// </summary>
internal sealed class PromisesKept(EncounterState state)
{
    public bool Any => !state.Promises.IsEmpty;

    /// <param name="now">The name that the finding has now.</param>
    /// <param name="before">Those that it may have had when it was answered.</param>
    public PromiseMade? Of(AnsweredAs now, IEnumerable<AnsweredAs> before, in LackedNow lacked)
    {
        if (state.Promises.TryGetValue(now.Key, out var given))
            return Made(given, now.Missing, lacked);
        if (state.Decisions.ContainsKey(now.Key))
            return null;
        foreach (var answered in before)
        {
            if (state.Promises.TryGetValue(answered.Key, out given))
                return Made(given, answered.Missing, lacked);
        }
        return null;
    }

    private PromiseMade Made(PromiseGiven given, string? missing, in LackedNow lacked) => new(InZone(given), IsKept(given, missing, lacked));

    /// <summary>
    /// Whether what was promised has come. A result is the input that the rule lacked when it was answered, where it lacked one,
    /// else one that was recorded since; a diagnosis must silence the rule that asked for it, and is any recorded since where the
    /// rule cannot tell.
    /// </summary>
    private bool IsKept(PromiseGiven given, string? missing, in LackedNow lacked)
    {
        if (given.Kind == PromiseKind.ResultToFollow)
            return missing is null ? HasResult(given.At, lacked.Sentence) : !lacked.Inputs.Contains(missing);
        return lacked.Undetermined && HasDiagnosis(given.At, lacked.InfantNo);
    }

    private bool HasResult(DateTimeOffset since, string? sentence)
    {
        foreach (var result in state.Stay.LaboratoryValues)
        {
            if (result.OccurredAt >= since && PromisedResult.Shows(result, sentence))
                return true;
        }
        return false;
    }

    private bool HasDiagnosis(DateTimeOffset since, string? infantNo)
    {
        foreach (var diagnosis in state.Stay.Diagnoses)
        {
            if (diagnosis.InfantNo == infantNo && diagnosis.OccurredAt >= since)
                return true;
        }
        return false;
    }

    private PromiseGiven InZone(PromiseGiven given) =>
        given with { At = state.TimeZone.Local(given.At), Due = given.Due is { } due ? state.TimeZone.Local(due) : null };
}
