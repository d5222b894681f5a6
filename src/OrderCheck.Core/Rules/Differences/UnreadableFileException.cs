namespace OrderCheck.Core.Rules.Differences;

/// <summary>A file of a rules folder is not what its name says, so that nothing can be said of what it holds.</summary>
/// <param name="file">Relative to the folder.</param>
/// <param name="line">From 1.</param>
/// <param name="column">Character in the line, from 1.</param>
/// <param name="message">What is wrong there.</param>
public sealed class UnreadableFileException(string file, int line, int column, string message) : Exception(message)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public int Column { get; } = column;
}
