namespace OrderCheck.Core.Rules.Documentation;

/// <summary>One of NHSA's rules of 2025.</summary>
/// <param name="Number">1 to 88.</param>
internal sealed record OfficialRule(int Number, string Name);
