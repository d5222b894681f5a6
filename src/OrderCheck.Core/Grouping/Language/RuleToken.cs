namespace OrderCheck.Core.Grouping.Language;

/// <param name="Text">As written.</param>
/// <param name="Line">In the rule's text, from 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct RuleToken(RuleTokenKind Kind, string Text, int Line, int Column);
