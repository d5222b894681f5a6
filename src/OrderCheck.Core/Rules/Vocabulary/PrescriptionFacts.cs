namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The prescription that the line belongs to. Rule text calls it <c>prescription</c>.</summary>
public abstract class PrescriptionFacts
{
    /// <summary>Sums count what is known of them, not null where something is not; rule text cannot read it.</summary>
    internal bool KnownPart { get; set; }

    /// <summary>
    /// Whether every herb piece of the prescription is in the list that the row belongs to; null where the prescription is not
    /// known.
    /// </summary>
    public abstract bool? OnlyListedPieces { get; }

    /// <summary>味数: different pieces of the prescription; null where the prescription is not known.</summary>
    public abstract int? Pieces { get; }

    /// <summary>Grams of the line's own piece in a day's set; null where a dose is not given by weight.</summary>
    public abstract decimal? GramsOfItem { get; }

    /// <summary>Grams of all pieces in a day's set; null where a dose is not given by weight.</summary>
    public abstract decimal? GramsPerSet { get; }

    /// <summary>Grams of all pieces in all sets; null where a dose is not given by weight.</summary>
    public abstract decimal? Grams { get; }
}
