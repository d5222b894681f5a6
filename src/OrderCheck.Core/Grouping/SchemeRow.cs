using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Grouping.Predicates;

namespace OrderCheck.Core.Grouping;

/// <summary>A row of a scheme: a code that a case gets where its rule holds.</summary>
public abstract class SchemeRow
{
    private protected SchemeRow(string code, string name, string rule, RuleNode node, Predicate predicate, int line)
    {
        Code = code;
        Name = name;
        Rule = rule;
        Node = node;
        Predicate = predicate;
        Line = line;
        AsksAllProcedures = RuleNames.Of(node).Any(set => set.Name == "OP_ALL");
    }

    public string Code { get; }

    public string Name { get; }

    /// <summary>As it is executed, with what a policy switch added.</summary>
    public string Rule { get; }

    public RuleNode Node { get; }

    /// <summary>Line in the scheme's table; 0 where a policy switch made the row.</summary>
    public int Line { get; }

    /// <summary>The switch that made, changed or switched off this row.</summary>
    public PolicySwitch? Switch { get; internal init; }

    /// <summary>Switched off by <see cref="Switch"/>: never taken.</summary>
    public bool IsOff => ReferenceEquals(Predicate, Constant.False);

    /// <summary>Whether the rule asks OP_ALL, for which sources have different lists.</summary>
    internal bool AsksAllProcedures { get; }

    internal Predicate Predicate { get; }

    /// <summary>The rule under the other setting of <see cref="Switch"/>.</summary>
    internal Predicate? Alternative { get; init; }
}
