namespace OrderCheck.Core.Charges;

/// <summary>Whose use of what: an infant's use is its own, not its mother's.</summary>
/// <param name="InfantNo">Null for the patient.</param>
public readonly record struct UseKey(string? InfantNo, string ItemCode);
