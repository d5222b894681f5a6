namespace OrderCheck.Core.Knowledge;

/// <summary>A published limit that nobody has coded: the reader sees its official sentence.</summary>
public sealed class ProseLimit : KnowledgeRow
{
    /// <summary>NHSA's class of rule, "药品限适应症".</summary>
    public required string RuleClass { get; init; }

    internal override string Sameness => $"{RuleClass}|{OfficialText}";
}
