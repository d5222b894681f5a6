using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>What may apply to a line: the candidates of its item, and those of every line.</summary>
internal readonly ref struct LineCandidates(ReadOnlySpan<Candidate> ofItem, ReadOnlySpan<Candidate> ofEveryItem)
{
    private readonly ReadOnlySpan<Candidate> _ofItem = ofItem;
    private readonly ReadOnlySpan<Candidate> _ofEveryItem = ofEveryItem;

    public int Length => _ofItem.Length + _ofEveryItem.Length;

    public ref readonly Candidate this[int index] => ref index < _ofItem.Length ? ref _ofItem[index] : ref _ofEveryItem[index - _ofItem.Length];
}
