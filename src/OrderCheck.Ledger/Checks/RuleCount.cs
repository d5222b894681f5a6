using OrderCheck.Core.Findings;

namespace OrderCheck.Ledger.Checks;

/// <summary>How often a rule spoke, could not tell, or was answered, and how much it was about, on a day of the hospital. No patients in it.</summary>
/// <param name="Shadow">It ran in shadow: nobody at a screen saw it.</param>
/// <param name="Input">
/// What it lacked, "patient.Sex"; "" where it spoke; <see cref="Folded"/>, or what <see cref="Of(DecisionKind)"/> gives, of what was
/// answered.
/// </param>
/// <param name="Times">Findings; or lines and rows that it could not judge; or what the input says is counted.</param>
public sealed record RuleCount(string Hospital, DateOnly Day, string Rule, bool Shadow, string Input, long Times)
{
    /// <summary>Of findings that came back folded.</summary>
    public const string Folded = "#folded";

    /// <summary>Of findings that asked for an answer and were not folded.</summary>
    public const string Asked = "#asked";

    /// <summary>Of those, the ones that were answered, each for the first time.</summary>
    public const string AskedAnswered = "#asked-answered";

    /// <summary>Of findings that were answered for the first time, asked for or not.</summary>
    public const string Answered = "#answered";

    /// <summary>Seconds from the check to the first answer, together.</summary>
    public const string Seconds = "#seconds";

    /// <summary>Millionths of a yuan that findings which were not folded are about, together.</summary>
    public const string Amount = "#amount";

    private const string ReasonMark = "#reason ";

    /// <summary>No input's name begins so, nor a prose's class.</summary>
    private const string DecidedMark = "#decided ";

    public bool IsOfInput => Input.Length > 0 && Input[0] != Folded[0];

    /// <summary>Null where nothing was decided.</summary>
    public DecisionKind? Decided =>
        Input.StartsWith(DecidedMark, StringComparison.Ordinal) && Enum.TryParse<DecisionKind>(Input.AsSpan(DecidedMark.Length), out var kind) ? kind : null;

    /// <summary>The kind of reason; null where it is none.</summary>
    public string? Reason => Input.StartsWith(ReasonMark, StringComparison.Ordinal) ? Input[ReasonMark.Length..] : null;

    /// <summary>Of findings that were overridden for a reason of that kind.</summary>
    public static string OfReason(string kind) => ReasonMark + kind;

    /// <summary>Of findings that were decided on so. Stored, so that it stays.</summary>
    public static string Of(DecisionKind kind) => DecidedMark + kind;
}
