namespace OrderCheck.Core.Tables;

/// <summary>One field of a CSV file and where it begins.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">Character in the line, from 1.</param>
public readonly record struct CsvField(string Text, int Line, int Column);
