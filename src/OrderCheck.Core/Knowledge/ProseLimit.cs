namespace OrderCheck.Core.Knowledge;

/// <summary>A published limit that nobody has coded: the reader sees its official sentence.</summary>
public sealed class ProseLimit : KnowledgeRow
{
    /// <summary>What a check would need to judge it, for the reader.</summary>
    internal const string Lacks = "限定内容的编码";

    /// <summary>NHSA's class of rule, "药品限适应症".</summary>
    public required string RuleClass { get; init; }

    /// <summary>The sentence itself: the drug list and a published point may class it otherwise.</summary>
    internal override string Meaning => OfficialText is { } text ? new string([.. text.Where(char.IsLetterOrDigit)]) : Sameness;

    internal override string Sameness => $"{RuleClass}|{OfficialText}";
}
