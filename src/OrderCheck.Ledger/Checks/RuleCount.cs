using OrderCheck.Core.Findings;

namespace OrderCheck.Ledger.Checks;

/// <summary>How often a rule spoke, could not tell, or was answered, on a day of the hospital. No patients in it.</summary>
/// <param name="Shadow">It ran in shadow: nobody at a screen saw it.</param>
/// <param name="Input">
/// What it lacked, "patient.Sex"; "" where it spoke; <see cref="Folded"/>, or what <see cref="Of(DecisionKind)"/> gives, of what was
/// answered.
/// </param>
/// <param name="Times">Findings; or lines and rows that it could not judge.</param>
public sealed record RuleCount(string Hospital, DateOnly Day, string Rule, bool Shadow, string Input, long Times)
{
    /// <summary>Of findings that came back folded.</summary>
    public const string Folded = "#folded";

    /// <summary>No input's name begins so, nor a prose's class.</summary>
    private const string DecidedMark = "#decided ";

    public bool IsOfInput => Input.Length > 0 && Input[0] != Folded[0];

    /// <summary>Null where nothing was decided.</summary>
    public DecisionKind? Decided =>
        Input.StartsWith(DecidedMark, StringComparison.Ordinal) && Enum.TryParse<DecisionKind>(Input.AsSpan(DecidedMark.Length), out var kind) ? kind : null;

    /// <summary>Of findings that were decided on so. Stored, so that it stays.</summary>
    public static string Of(DecisionKind kind) => DecidedMark + kind;
}
