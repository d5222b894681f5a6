namespace OrderCheck.Core.Knowledge;

/// <summary>A row whose source says in words what the row says in codes.</summary>
public abstract class CodedRow : KnowledgeRow
{
    /// <summary>Who mapped the words to codes; null where the source gives the codes itself.</summary>
    public string? CodedBy { get; internal set; }

    /// <summary>The day of it, 2026-01-31.</summary>
    public string? CodedOn { get; internal set; }

    /// <summary>The office that confirmed the mapping; null: not confirmed yet.</summary>
    public string? ConfirmedBy { get; internal set; }

    /// <summary>Whether the codes are the source's own, or an office has confirmed them: until then a mismatch is a suspicion.</summary>
    public bool Confirmed => CodedBy is null || ConfirmedBy is not null;
}
