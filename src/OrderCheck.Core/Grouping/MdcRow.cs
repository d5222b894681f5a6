using System.Collections.Immutable;
using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Grouping.Predicates;

namespace OrderCheck.Core.Grouping;

/// <summary>A major diagnostic category (主要诊断大类).</summary>
public sealed class MdcRow : SchemeRow
{
    internal MdcRow(string code, string name, string rule, RuleNode node, Predicate predicate, int line, ImmutableArray<AdrgRow> adrgs)
        : base(code, name, rule, node, predicate, line) => Adrgs = adrgs;

    /// <summary>In the order in which they are tried.</summary>
    public ImmutableArray<AdrgRow> Adrgs { get; }
}
