namespace OrderCheck.Core.Rules.Compilation;

/// <summary>A rule's text is refused.</summary>
/// <param name="offset">Characters from the beginning of the text to what is wrong.</param>
internal sealed class RuleTextException(string message, int offset = 0) : Exception(message)
{
    public int Offset { get; } = offset;
}
