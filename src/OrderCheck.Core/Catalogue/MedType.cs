namespace OrderCheck.Core.Catalogue;

/// <summary>A kind of visit.</summary>
/// <param name="Code">NHSA med_type, "21".</param>
/// <param name="Name">普通住院.</param>
/// <param name="Mode">What rule text calls it: 住院, 门诊, 急诊 or 互联网.</param>
public sealed record MedType(string Code, string Name, string Mode);
