namespace OrderCheck.Core.Knowledge;

/// <summary>What to look after when a patient is admitted (入院提示).</summary>
public sealed class AdmissionPrompt : KnowledgeRow
{
    /// <summary>What must be recorded: 险种, 医保登记, 患者主索引, 性别, 出生日期, 科室 or 主治医师.</summary>
    public required string What { get; init; }

    /// <summary>Only for these, separated by 、; null: for all.</summary>
    public string? Insurances { get; init; }

    /// <summary>What to do about it, for the reader.</summary>
    public required string Advice { get; init; }

    /// <summary>An insurance that is not known is asked about by a row of its own.</summary>
    public bool AppliesTo(string? insurance) => Insurances is null || (insurance is not null && Words.Split(Insurances).Contains(insurance));

    internal override string Sameness => $"{What}|{Insurances}";
}
