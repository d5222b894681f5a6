namespace OrderCheck.Ledger.Replay;

/// <summary>One field of an answer that came out otherwise.</summary>
/// <param name="Field">Its path, e.g. "findings[95770e18].message".</param>
/// <param name="Recorded">What was answered then; "" for nothing.</param>
/// <param name="Replayed">What is answered now; "" for nothing.</param>
public sealed record AnswerDifference(string Field, string Recorded, string Replayed);
