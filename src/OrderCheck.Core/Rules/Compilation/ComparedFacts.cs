using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>The facts that a rule's text reads, with their labels; what the row does not limit is left out.</summary>
internal sealed class ComparedFacts(IReadOnlyList<(string Name, string Label, Func<RuleFacts, string> Value)> facts)
{
    public IReadOnlyList<ComparedFact> Read(RuleFacts values) =>
        [.. facts.Select(fact => new ComparedFact(fact.Name, fact.Label, fact.Value(values))).Where(fact => fact.Value.Length > 0)];
}
