namespace OrderCheck.Ledger.Installation;

/// <summary>A hospital of the installation.</summary>
/// <param name="Code">NHSA fixmedins_code.</param>
/// <param name="Level">1 to 3; 0 if not graded.</param>
/// <param name="Type">One of <see cref="FacilityTypes.All"/>, or "" if not known.</param>
/// <param name="TimeZone">IANA name, e.g. "Asia/Shanghai".</param>
/// <param name="Region">Name of its region profile; "" if none, or if its row is of before there were any.</param>
public sealed record HospitalRow(string Code, string Name, int Level, string Type, string TimeZone, string Region = "");
