namespace OrderCheck.Ledger;

/// <summary>
/// The store must not be used as it is: fsync is off, its schema is newer than this program, and the like. The start is
/// refused; the message names the setting, its value and what it must be.
/// </summary>
public sealed class StoreRefusedException(string message) : Exception(message);
