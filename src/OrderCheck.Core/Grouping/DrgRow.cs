using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Grouping.Predicates;

namespace OrderCheck.Core.Grouping;

/// <summary>A group that is paid for (细分组): an ADRG, divided by complications, age, stay or means.</summary>
public sealed class DrgRow : SchemeRow
{
    internal DrgRow(string code, string name, string rule, RuleNode node, Predicate predicate, int line)
        : base(code, name, rule, node, predicate, line)
    {
    }
}
