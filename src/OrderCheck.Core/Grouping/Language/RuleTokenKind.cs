namespace OrderCheck.Core.Grouping.Language;

internal enum RuleTokenKind
{
    End,
    Name,
    Number,
    Comma,
    OpenParenthesis,
    CloseParenthesis,
    OpenBrace,
    CloseBrace,
    Intersection,
    Comparison,
    In,
    Not,
    And,
    Or,
}
