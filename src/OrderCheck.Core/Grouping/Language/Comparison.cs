namespace OrderCheck.Core.Grouping.Language;

/// <summary>How a number is compared with a rule's constant.</summary>
public enum Comparison
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
