namespace OrderCheck.Core.Grouping.Language;

/// <summary>Cuts a rule's text into tokens. Words may be of any case; NHSA's workbook has and, AND, or, OR.</summary>
internal static class RuleLexer
{
    /// <summary>How a workbook spells a carriage return inside a cell.</summary>
    private const string EscapedReturn = "_x000D_";

    /// <exception cref="RuleSyntaxException">A character that no rule has.</exception>
    public static List<RuleToken> Read(string text)
    {
        var tokens = new List<RuleToken>();
        var at = 0;
        var line = 1;
        var lineStart = 0;
        while (true)
        {
            SkipBlank(text, ref at, ref line, ref lineStart);
            var column = at - lineStart + 1;
            if (at >= text.Length)
            {
                tokens.Add(new RuleToken(RuleTokenKind.End, "", line, column));
                return tokens;
            }
            var length = LengthAt(text, at);
            if (length == 0)
                throw new RuleSyntaxException(line, column, $"'{text[at]}' is not part of the rule language.");
            var word = text.Substring(at, length);
            tokens.Add(new RuleToken(KindOf(word), word, line, column));
            at += length;
        }
    }

    private static void SkipBlank(string text, ref int at, ref int line, ref int lineStart)
    {
        while (at < text.Length)
        {
            if (IsReturn(text, at))
                at += EscapedReturn.Length;
            else if (!char.IsWhiteSpace(text[at]))
                return;
            else if (text[at++] == '\n')
            {
                line++;
                lineStart = at;
            }
        }
    }

    private static int LengthAt(string text, int at)
    {
        var first = text[at];
        if (IsNamePart(first))
        {
            var end = at;
            while (end < text.Length && IsNamePart(text[end]) && !IsReturn(text, end))
                end++;
            return end - at;
        }
        if (first is '<' or '>' && at + 1 < text.Length && text[at + 1] == '=')
            return 2;
        return "(){},=<>∩".Contains(first) ? 1 : 0;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsReturn(string text, int at) => string.CompareOrdinal(text, at, EscapedReturn, 0, EscapedReturn.Length) == 0;

    private static RuleTokenKind KindOf(string word) => word switch
    {
        "(" => RuleTokenKind.OpenParenthesis,
        ")" => RuleTokenKind.CloseParenthesis,
        "{" => RuleTokenKind.OpenBrace,
        "}" => RuleTokenKind.CloseBrace,
        "," => RuleTokenKind.Comma,
        "∩" => RuleTokenKind.Intersection,
        "=" or "<" or ">" or "<=" or ">=" => RuleTokenKind.Comparison,
        _ when word.Equals("in", StringComparison.OrdinalIgnoreCase) => RuleTokenKind.In,
        _ when word.Equals("not", StringComparison.OrdinalIgnoreCase) => RuleTokenKind.Not,
        _ when word.Equals("and", StringComparison.OrdinalIgnoreCase) => RuleTokenKind.And,
        _ when word.Equals("or", StringComparison.OrdinalIgnoreCase) => RuleTokenKind.Or,
        _ when word.All(char.IsAsciiDigit) => RuleTokenKind.Number,
        _ => RuleTokenKind.Name,
    };
}
