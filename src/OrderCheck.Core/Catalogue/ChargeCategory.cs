namespace OrderCheck.Core.Catalogue;

/// <param name="Code">NHSA med_chrgitm_type, "09".</param>
/// <param name="Name">西药费.</param>
public sealed record ChargeCategory(string Code, string Name);
