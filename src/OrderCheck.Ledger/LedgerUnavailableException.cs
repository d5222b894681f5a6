namespace OrderCheck.Ledger;

/// <summary>The store cannot be used now; nothing of the call was written.</summary>
/// <param name="reason">Stable: store_read_only, store_full, store_locked, store_down.</param>
public sealed class LedgerUnavailableException(string reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Reason { get; } = reason;
}
