namespace OrderCheck.Core.Grouping.Predicates;

internal sealed class Negation(Predicate part) : Predicate
{
    public override bool Holds(CaseFacts facts) => !part.Holds(facts);
}
