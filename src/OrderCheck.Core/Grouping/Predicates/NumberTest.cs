using OrderCheck.Core.Grouping.Language;

namespace OrderCheck.Core.Grouping.Predicates;

internal sealed class NumberTest(CaseNumbers variable, Comparison comparison, int value) : Predicate
{
    public override bool Holds(CaseFacts facts) => facts.Compare(variable, comparison, value);
}
