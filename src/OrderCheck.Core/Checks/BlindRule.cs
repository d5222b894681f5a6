namespace OrderCheck.Core.Checks;

/// <summary>A rule that could not tell.</summary>
/// <param name="Input">What it lacked, in the rule's vocabulary ("patient.Sex"); of prose its class, of an order its gap.</param>
/// <param name="Times">How many rows and lines it could not judge.</param>
public sealed record BlindRule(string Rule, string Input, int Times);
