namespace OrderCheck.Core.Findings;

/// <summary>A promise that a decision was made with, and whose it is: verified before discharge.</summary>
/// <param name="By">Staff code; null where nobody said.</param>
public sealed record PromiseGiven(PromiseKind Kind, string? By, DateTimeOffset At, DateTimeOffset? Due);
