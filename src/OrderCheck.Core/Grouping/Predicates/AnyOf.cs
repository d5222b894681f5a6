namespace OrderCheck.Core.Grouping.Predicates;

internal sealed class AnyOf(Predicate[] parts) : Predicate
{
    public override bool Holds(CaseFacts facts)
    {
        foreach (var part in parts)
            if (part.Holds(facts))
                return true;
        return false;
    }
}
