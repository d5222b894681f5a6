namespace OrderCheck.Core.Grouping.Predicates;

/// <summary>An empty rule, or a row that a policy switch has switched off.</summary>
internal sealed class Constant(bool value) : Predicate
{
    public static readonly Constant True = new(true);
    public static readonly Constant False = new(false);

    public override bool Holds(CaseFacts facts) => value;
}
