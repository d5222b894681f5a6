using System.Collections.Immutable;

namespace OrderCheck.Core.Grouping.Language;

/// <summary>A rule as written (NHSA CHS-DRG 3.0 rule language), before its sets are known.</summary>
public abstract record RuleNode
{
    private RuleNode()
    {
    }

    /// <summary>An empty rule, or <c>1</c>.</summary>
    public sealed record Always : RuleNode;

    public sealed record All(ImmutableArray<RuleNode> Parts) : RuleNode;

    public sealed record Any(ImmutableArray<RuleNode> Parts) : RuleNode;

    public sealed record Not(RuleNode Part) : RuleNode;

    /// <summary><c>{V1, V2} in {S1, S2}</c>: any of the variables' codes is in any of the sets.</summary>
    public sealed record Membership(CodeVariables Variables, ImmutableArray<SetName> Sets) : RuleNode;

    /// <summary><c>NL &gt;= 70</c>. False where the case does not have the number.</summary>
    public sealed record Number(CaseNumbers Variable, Comparison Comparison, int Value) : RuleNode;

    /// <summary><c>length(SET ∩ {ZYSS, QTSS}) &gt;= 2</c>: how many different codes of the variables are in the sets.</summary>
    public sealed record HitCount(CodeVariables Variables, ImmutableArray<SetName> Sets, Comparison Comparison, int Value) : RuleNode;
}
