namespace OrderCheck.Ledger.Replay;

/// <summary>A check cannot be judged again: what it rested on is not there, or not readable. The message says what, and what to do.</summary>
public sealed class ReplayRefusedException(string message, Exception? inner = null) : Exception(message, inner);
