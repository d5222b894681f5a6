namespace OrderCheck.Core.Knowledge;

/// <summary>A line that the patient pays alone needs the patient's recorded consent (自费知情同意).</summary>
public sealed class ConsentRequirement : KnowledgeRow
{
    /// <summary>转自费 (turned into self-pay), 丙类 (class 丙), or 目录外 (not in the catalogue).</summary>
    public required string Case { get; init; }

    internal override string Sameness => Case;
}
