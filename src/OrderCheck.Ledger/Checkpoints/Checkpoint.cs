namespace OrderCheck.Ledger.Checkpoints;

/// <summary>What a checkpoint file says of itself in its first line.</summary>
/// <param name="Store">The store that it was taken of.</param>
/// <param name="Chain">The files of one folder and store are a chain: each has the digest of the one before.</param>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Encounters">How many the store had.</param>
/// <param name="Heads">How many lines follow: the encounters that changed since the one before.</param>
/// <param name="Previous">Digest of the one before; "" for the first.</param>
public sealed record Checkpoint(string Store, string Chain, int Number, DateTimeOffset At, long Encounters, int Heads, string Previous);
