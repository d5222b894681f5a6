namespace OrderCheck.Core.Grouping.Reasons;

/// <summary>A code of the case that is in a set which a matched row asks for.</summary>
/// <param name="Set">As the rule names it.</param>
/// <param name="Code">Insurance edition.</param>
public readonly record struct CodeHit(SchemeRow Row, string Set, string Code);
