using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Findings;

/// <summary>What may be done about a finding (处置). Which kinds are allowed is part of each rule.</summary>
public enum DecisionKind
{
    Withdrawn = 1,
    Changed = 2,

    /// <summary>Converted to self-pay with the patient's consent.</summary>
    SelfPay = 3,

    /// <summary>符合限制条件: documented that the limit is met.</summary>
    MeetsLimit = 4,
    Overridden = 5,
    EmergencyBypass = 6,
}

/// <summary>A decision on one finding of one check.</summary>
public sealed record DecisionRecorded(string CheckId, string FindingKey, DecisionKind Kind, string? Reason, bool Consent) : Fact
{
    /// <summary>The other findings of the card that was decided on, each by its own key: one reason answers them all.</summary>
    public IReadOnlyList<string> AlsoKeys { get; init => field = value.Count == 0 ? [] : value; } = [];

    /// <summary>Null: nothing was promised.</summary>
    public PromiseKind? Promise { get; init; }

    /// <summary>By when what was promised will come.</summary>
    public DateTimeOffset? PromiseDue { get; init; }

    /// <summary>Staff code of who decided; null: whoever reported it.</summary>
    public string? DecidedBy { get; init; }

    public override EntityKind Entity => EntityKind.Decision;
}
