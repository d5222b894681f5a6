using System.Collections.Immutable;
using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Grouping.Predicates;

namespace OrderCheck.Core.Grouping;

/// <summary>A core group (核心疾病诊断相关组). Several rows may lead to one code.</summary>
public sealed class AdrgRow : SchemeRow
{
    internal AdrgRow(
        string code, string name, GroupKind kind, string rule, RuleNode node, Predicate predicate, int line, ImmutableArray<DrgRow> drgs)
        : base(code, name, rule, node, predicate, line)
    {
        Kind = kind;
        Drgs = drgs;
    }

    public GroupKind Kind { get; }

    /// <summary>In the order in which they are tried.</summary>
    public ImmutableArray<DrgRow> Drgs { get; }
}
