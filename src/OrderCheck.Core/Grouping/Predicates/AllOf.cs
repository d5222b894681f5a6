namespace OrderCheck.Core.Grouping.Predicates;

internal sealed class AllOf(Predicate[] parts) : Predicate
{
    public override bool Holds(CaseFacts facts)
    {
        foreach (var part in parts)
            if (!part.Holds(facts))
                return false;
        return true;
    }
}
