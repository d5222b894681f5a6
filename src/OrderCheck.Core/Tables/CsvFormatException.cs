namespace OrderCheck.Core.Tables;

/// <summary>A text stops being CSV.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">Character in the line, from 1.</param>
/// <param name="message">What is wrong there.</param>
public sealed class CsvFormatException(int line, int column, string message) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
