using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Findings;

/// <summary>A promise that a decision was made with, and whose it is: verified before discharge.</summary>
/// <param name="By">Staff code; null where nobody said.</param>
public sealed record PromiseGiven(PromiseKind Kind, string? By, DateTimeOffset At, DateTimeOffset? Due)
{
    /// <summary>
    /// Whether what was promised has come. A result is any that was recorded since; a diagnosis must silence the rule that asked
    /// for it, and is any recorded since where the rule cannot tell.
    /// </summary>
    /// <param name="undetermined">The rule still speaks only because it cannot tell.</param>
    public bool IsKept(Stay stay, string? infantNo, bool undetermined) => Kind switch
    {
        PromiseKind.ResultToFollow => stay.LaboratoryValues.Any(result => result.OccurredAt >= At),
        _ => undetermined && stay.Diagnoses.Any(diagnosis => diagnosis.InfantNo == infantNo && diagnosis.OccurredAt >= At),
    };
}
