namespace OrderCheck.Ledger;

/// <summary>
/// The store cannot be used now. Nothing of the call was written, except that a connection lost during a commit leaves that
/// open: the same request id sent again finds out and never writes twice.
/// </summary>
/// <param name="reason">Stable: store_read_only, store_full, store_locked, store_down.</param>
public sealed class LedgerUnavailableException(string reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public const string ReadOnly = "store_read_only";
    public const string Full = "store_full";
    public const string Locked = "store_locked";
    public const string Down = "store_down";

    public string Reason { get; } = reason;
}
