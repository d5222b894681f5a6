namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>A change of who pays, and what was charged before it. Rule text calls it <c>payer</c>.</summary>
public sealed class PayerFacts
{
    /// <summary>职工, 居民 … before the last change; null where it did not change, or the patient came without.</summary>
    public string? From { get; internal set; }

    /// <summary>职工, 居民 … now; null where it did not change.</summary>
    public string? To { get; internal set; }

    /// <summary>The day from which it applies; null where it did not change.</summary>
    public string? Since { get; internal set; }

    /// <summary>Before discharge: lines that were charged under another insurance than is in force at their time. At a charge: lines of before the change.</summary>
    public int Lines { get; internal set; }

    /// <summary>Their sum, in yuan.</summary>
    public decimal Amount { get; internal set; }

    /// <summary>At a charge: nothing was charged since the change. Before discharge always true.</summary>
    public bool FirstSince { get; internal set; }
}
