namespace OrderCheck.Core.Identity;

/// <summary>Who asks: every application interface takes one. Codes, never names.</summary>
/// <param name="Hospital">fixmedins_code of the caller's hospital.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="Department">Department code, "" if not given.</param>
/// <param name="Person">Staff code, "" if not given.</param>
public sealed record Caller(string Hospital, Role Role, string Department, string Person);
