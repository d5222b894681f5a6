using System.Collections.Frozen;

namespace OrderCheck.Core.Rules;

/// <summary>Item code → candidates. Rows given by a code prefix are spread over the catalogue's items when the index is built.</summary>
internal sealed class CandidateIndex(FrozenDictionary<string, Candidate[]> byItem, Candidate[] ofEncounter)
{
    public ReadOnlySpan<Candidate> OfEncounter => ofEncounter;

    public ReadOnlySpan<Candidate> For(string itemCode) =>
        byItem.TryGetValue(itemCode, out var candidates) ? candidates : [];
}
