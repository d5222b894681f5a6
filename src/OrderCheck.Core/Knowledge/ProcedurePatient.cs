namespace OrderCheck.Core.Knowledge;

/// <summary>Whom a procedure can be done to (手术操作与性别、主要诊断).</summary>
public sealed class ProcedurePatient : KnowledgeRow
{
    public required string Procedures { get; init; }

    /// <summary>男 or 女; null: either.</summary>
    public string? Sex { get; init; }

    /// <summary>One of these must be the principal diagnosis; null: any may.</summary>
    public string? Principals { get; init; }

    /// <summary>The same in words.</summary>
    public string? PrincipalsName { get; init; }

    internal override string Sameness => $"{Procedures}|{Sex}|{Principals}";
}
