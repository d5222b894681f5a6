namespace OrderCheck.Core.Findings;

/// <summary>A promise that a decision was made with, and whose it is: verified before discharge.</summary>
/// <param name="By">Staff code; null where nobody said.</param>
public sealed record PromiseGiven(PromiseKind Kind, string? By, DateTimeOffset At, DateTimeOffset? Due)
{
    /// <summary>It was looked at after it was due: whoever gave it has it on the list where it was not kept.</summary>
    public bool Raised { get; init; }

    public bool IsOverdue(DateTimeOffset now) => Due <= now && !Raised;
}
