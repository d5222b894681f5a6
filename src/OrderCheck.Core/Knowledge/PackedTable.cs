using System.Collections;

namespace OrderCheck.Core.Knowledge;

/// <summary>The rows of a large table as a list: those that are kept as bytes, each made anew when it is asked for, then those that are objects.</summary>
/// <param name="packed">Of the release.</param>
/// <param name="first">Number of the table's first row there.</param>
/// <param name="count">How many rows are kept there.</param>
/// <param name="whole">The others.</param>
internal sealed class PackedTable(PackedKnowledge packed, int first, int count, IReadOnlyList<KnowledgeRow> whole) : IReadOnlyList<KnowledgeRow>
{
    /// <summary>Rows that are more than a limit on one item.</summary>
    public IReadOnlyList<KnowledgeRow> Whole => whole;

    public int Count => count + whole.Count;

    public KnowledgeRow this[int index] => index < count ? packed.Row(first + index) : whole[index - count];

    public PackedTable With(IReadOnlyList<KnowledgeRow> more) => new(packed, first, count, [.. whole, .. more]);

    public IEnumerator<KnowledgeRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
