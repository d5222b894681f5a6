namespace OrderCheck.Ledger.Checks;

/// <summary>How often a rule spoke, or could not tell, on a day of the hospital. No patients in it.</summary>
/// <param name="Shadow">It ran in shadow: nobody at a screen saw it.</param>
/// <param name="Input">What it lacked, "patient.Sex"; "" where it spoke.</param>
/// <param name="Times">Findings; or lines and rows that it could not judge.</param>
public sealed record RuleCount(string Hospital, DateOnly Day, string Rule, bool Shadow, string Input, long Times);
