namespace OrderCheck.Core.Rules.Compilation;

/// <summary>
/// What is refused before the parser sees it. The parser descends once for each bracket and each prefix operator, and
/// 2 000 of them end the process: a stack overflow cannot be caught.
/// </summary>
internal static class TextLimits
{
    public const int MaxLength = 2_000;
    public const int MaxDepth = 32;

    /// <summary>A second fence, should we read a string literal's end otherwise than the parser does.</summary>
    private const int MaxOpenings = 100;

    /// <exception cref="RuleTextException">The text is too long or too deep.</exception>
    public static void Check(string text)
    {
        if (text.Length > MaxLength)
            throw new RuleTextException($"The expression has {text.Length} characters; at most {MaxLength} are allowed.");
        var depth = new DepthCounter();
        for (var i = 0; i < text.Length; i++)
        {
            if (depth.Take(text, i) > MaxDepth)
                throw new RuleTextException($"The expression is nested deeper than {MaxDepth} here.", i);
            if (depth.Openings > MaxOpenings)
                throw new RuleTextException($"The expression has more than {MaxOpenings} brackets, signs and conditions.", i);
        }
    }

    private struct DepthCounter
    {
        private int _brackets;
        private int _conditions;
        private int _prefixes;
        private char _quote;

        public int Openings { get; private set; }

        /// <summary>The depth after that character.</summary>
        public int Take(string text, int at)
        {
            var character = text[at];
            // Counted inside literals too, where they only make the count larger than it need be.
            if (character is '(' or '[' or '{' or '?' || IsPrefix(text, at))
                Openings++;
            if (_quote != 0)
                TakeQuoted(character);
            else
                TakePlain(text, at, character);
            return _brackets + _conditions + _prefixes;
        }

        private void TakeQuoted(char character)
        {
            if (character == _quote)
                _quote = '\0';
        }

        private void TakePlain(string text, int at, char character)
        {
            if (IsPrefix(text, at))
                _prefixes++;
            else if (!char.IsWhiteSpace(character) && !IsLetterOfNot(text, at))
                _prefixes = 0;
            switch (character)
            {
                case '"' or '\'':
                    _quote = character;
                    break;
                case '(' or '[' or '{':
                    _brackets++;
                    break;
                case ')' or ']' or '}':
                    _brackets = Math.Max(0, _brackets - 1);
                    break;
                case '?':
                    _conditions++;
                    break;
                case '>' when at > 0 && text[at - 1] == '=':
                    _conditions++; // a lambda's =>, refused later, but parsed first
                    break;
            }
        }

        private static bool IsPrefix(string text, int at) =>
            (text[at] is '!' or '-' or '+' or '~') || IsNot(text, at);

        private static bool IsNot(string text, int at) =>
            string.Compare(text, at, "not", 0, 3, StringComparison.OrdinalIgnoreCase) == 0
            && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (at + 3 == text.Length || !char.IsLetterOrDigit(text[at + 3]));

        private static bool IsLetterOfNot(string text, int at) => (at >= 1 && IsNot(text, at - 1)) || (at >= 2 && IsNot(text, at - 2));
    }
}
