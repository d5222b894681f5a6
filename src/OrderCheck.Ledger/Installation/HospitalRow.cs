namespace OrderCheck.Ledger.Installation;

/// <summary>A hospital of the installation.</summary>
/// <param name="Code">NHSA fixmedins_code.</param>
/// <param name="Level">1 to 3.</param>
/// <param name="Type">Facility type as the limits spell it, e.g. "综合医院".</param>
/// <param name="TimeZone">IANA name, e.g. "Asia/Shanghai".</param>
public sealed record HospitalRow(string Code, string Name, int Level, string Type, string TimeZone);
