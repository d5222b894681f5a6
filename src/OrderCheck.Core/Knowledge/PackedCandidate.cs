namespace OrderCheck.Core.Knowledge;

/// <summary>A rule and a row that can apply to an item, as numbers.</summary>
/// <param name="Code">The item's in the catalogue.</param>
/// <param name="Row">See <see cref="PackedKnowledge.Row"/>.</param>
/// <param name="Rule">See <see cref="PackedKnowledge.Rules"/>.</param>
internal readonly record struct PackedCandidate(int Code, int Row, int Rule)
{
    public const int Size = 3 * sizeof(int);
}
