namespace OrderCheck.Core.Grouping.Predicates;

/// <summary>A compiled rule. Immutable; allocates nothing when asked.</summary>
internal abstract class Predicate
{
    public abstract bool Holds(CaseFacts facts);
}
