namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The prescription that the line belongs to. Rule text calls it <c>prescription</c>.</summary>
public abstract class PrescriptionFacts
{
    /// <summary>
    /// Whether every herb piece of the prescription is in the list that the row belongs to; null where the prescription is not
    /// known.
    /// </summary>
    public abstract bool? OnlyListedPieces { get; }
}
