namespace OrderCheck.Core.Grouping.Predicates;

/// <summary>Several variables, or sets that lie in several words.</summary>
internal sealed class InAnySet((int Word, ulong Mask)[] tests) : Predicate
{
    public override bool Holds(CaseFacts facts)
    {
        foreach (var (word, mask) in tests)
            if ((facts.Bits[word] & mask) != 0)
                return true;
        return false;
    }
}
