using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules;

/// <summary>A rule and one of its rows that can apply to an item: what the release's index holds.</summary>
public readonly record struct Candidate(CompiledRule Rule, KnowledgeRow Row)
{
    /// <summary>Whether both the rule and the row are in force on that day, the day of use.</summary>
    public bool InForce(DateOnly day) => Rule.InForce(day) && Row.InForce(day);
}
