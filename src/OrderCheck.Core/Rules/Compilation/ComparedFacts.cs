using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>The facts that a rule's text reads, with their labels; what the row does not limit is left out.</summary>
internal sealed class ComparedFacts(IReadOnlyList<(string Name, string Label, Func<RuleFacts, string> Value)> facts)
{
    public IReadOnlyList<ComparedFact> Read(RuleFacts values)
    {
        var read = new List<ComparedFact>(facts.Count);
        foreach (var (name, label, value) in facts)
        {
            if (value(values) is { Length: > 0 } text)
                read.Add(new ComparedFact(name, label, text));
        }
        return read;
    }
}
