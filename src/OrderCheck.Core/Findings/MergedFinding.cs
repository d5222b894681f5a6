using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Findings;

/// <summary>A finding that is told on another one's card.</summary>
/// <param name="Key">Its own: found alone, it has this one. What is decided on the card is decided on it too.</param>
public sealed record MergedFinding(string Key, Party? Offender, Party? Counterpart, string Message, Money? Amount);
