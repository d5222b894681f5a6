namespace OrderCheck.Core.Knowledge;

/// <summary>For how many days a prescription may supply the drug (限最大开药天数).</summary>
public sealed class SupplyLimit : KnowledgeRow
{
    public const string Discharge = "出院带药";
    public const string LongPrescription = "长期处方";

    public required int MaxDays { get; init; }

    /// <summary>门诊, 急诊, 互联网, 出院带药 or 长期处方.</summary>
    public required string Prescription { get; init; }

    internal override string Sameness => $"{MaxDays}|{Prescription}";
}
