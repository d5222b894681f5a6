using OrderCheck.Core.Amounts;
using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Rules.Cases;

/// <summary>A rule that must speak in a case, and as much of what it says as the case cares for; null is "whatever".</summary>
public sealed record ExpectedFinding(string Rule)
{
    /// <summary>The offender's item.</summary>
    public string? ItemCode { get; init; }

    /// <summary>The counterpart's item.</summary>
    public string? OtherCode { get; init; }
    public string? OrderId { get; init; }
    public string? ChargeId { get; init; }

    /// <summary>Fragments that the message has.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];
    public Money? Amount { get; init; }
    public Severity? Severity { get; init; }
    public Response? Response { get; init; }

    /// <summary>The rule cannot tell, for want of this input (缺): "patient.Sex".</summary>
    public string? MissingInput { get; init; }
    public bool? Folded { get; init; }

    /// <summary>How many findings of the rule are so; null: at least one.</summary>
    public int? Count { get; init; }
}
