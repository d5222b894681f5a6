namespace OrderCheck.Core.Settlement;

/// <summary>One 出院诊断.</summary>
/// <param name="Code">diag_code.</param>
/// <param name="OnAdmission">adm_cond_type (入院病情): 1 有, 2 临床未确定, 3 情况不明, 4 无; null where it is not filled in.</param>
public sealed record ListedDiagnosis(string Code, string? Name, bool Principal, string? OnAdmission);
