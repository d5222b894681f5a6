namespace OrderCheck.Core.Grouping.Language;

/// <summary>A rule that does not read, with where.</summary>
/// <param name="line">Line in the rule's text, from 1.</param>
/// <param name="column">Character in that line, from 1.</param>
/// <param name="message">What stands there and what may.</param>
public sealed class RuleSyntaxException(int line, int column, string message) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
