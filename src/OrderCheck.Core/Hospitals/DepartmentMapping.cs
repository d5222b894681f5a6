namespace OrderCheck.Core.Hospitals;

/// <param name="Code">The hospital's own code of the department, as orders and charges name it.</param>
/// <param name="StandardCode">Standard code, "A03.07" 内分泌专业.</param>
/// <param name="Name">As the hospital calls it.</param>
public sealed record DepartmentMapping(string Code, string StandardCode, string Name) : EffectiveRow;
