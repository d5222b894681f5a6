using OrderCheck.Core.Encounters;

namespace OrderCheck.Grains.Encounters;

/// <summary>Facts to record, all or none.</summary>
/// <param name="RequestId">1 to 64 characters, unique for the encounter for ever: the same request again gets the same receipt.</param>
/// <param name="Facts">As the HIS reported them, in its order; field paths of refusals count in this list.</param>
/// <param name="CheckId">The check whose findings the person saw: the receipt lists only what that check did not have.</param>
public sealed record WriteRequest(string RequestId, IReadOnlyList<Fact> Facts, string? CheckId = null)
{
    /// <summary>Told beside a question and kept behind its answer: nobody reads the receipt, and whatever check covers an order covers it.</summary>
    public bool Observed { get; init; }

    /// <summary>The ids are ours, not the caller's: what is known under one with the same content is not written again, with other content in the next revision.</summary>
    public bool Revises { get; init; }
}
