namespace OrderCheck.Server.Json.Lines;

/// <summary>A line of a body is longer than the largest message that is read.</summary>
internal sealed class LineTooLongException : Exception;
