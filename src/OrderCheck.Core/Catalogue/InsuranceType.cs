namespace OrderCheck.Core.Catalogue;

/// <summary>A way of being insured.</summary>
/// <param name="Code">NHSA insutype, "310".</param>
/// <param name="Name">职工基本医疗保险.</param>
/// <param name="Insurance">What rule text calls it: 职工, 居民, 工伤, 生育, 自费 …</param>
public sealed record InsuranceType(string Code, string Name, string Insurance);
