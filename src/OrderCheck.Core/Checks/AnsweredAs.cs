namespace OrderCheck.Core.Checks;

/// <summary>A name that a finding may have had when it was answered.</summary>
/// <param name="Missing">The input that it then lacked; null where the rule could tell.</param>
internal readonly record struct AnsweredAs(string Key, string? Missing);
