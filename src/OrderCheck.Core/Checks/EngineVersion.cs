namespace OrderCheck.Core.Checks;

/// <summary>
/// Which engine made an answer. Every check is recorded with it, so that a replay by another engine says so.
/// </summary>
public static class EngineVersion
{
    /// <summary>Raised by one with every change after which the same inputs may give another answer.</summary>
    public const string Current = "6";
}
