using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Rules.Cases;

/// <summary>What was decided, in a case's history, on what the rule says to the orders or charges of the case.</summary>
/// <param name="ItemCode">Of the offender; null: whichever.</param>
public sealed record EarlierDecision(string Rule, string? ItemCode, DecisionKind Kind, string? Reason, bool Consent, DateTimeOffset At)
{
    /// <summary>What was promised with it; null: nothing.</summary>
    public PromiseKind? Promise { get; init; }

    /// <summary>Staff code; null: nobody is named.</summary>
    public string? By { get; init; }
}
