namespace OrderCheck.Core.Rules;

/// <param name="Path">Relative to the rules folder, with '/': "payment/sex.json", "knowledge/sex_limits.csv".</param>
/// <param name="Text">The whole file.</param>
public sealed record RuleFile(string Path, string Text);
