namespace OrderCheck.Ledger.Relay;

/// <summary>How many dispositions the bureaus have yet to hear of, over all hospitals, and since when.</summary>
public sealed record DispositionBacklog(long Waiting, DateTimeOffset? OldestSince);
