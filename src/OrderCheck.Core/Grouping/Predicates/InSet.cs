namespace OrderCheck.Core.Grouping.Predicates;

/// <summary>One bit test or one mask: by far the most frequent question.</summary>
internal sealed class InSet(int word, ulong mask) : Predicate
{
    public override bool Holds(CaseFacts facts) => (facts.Bits[word] & mask) != 0;
}
