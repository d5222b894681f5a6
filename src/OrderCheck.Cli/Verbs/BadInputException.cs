namespace OrderCheck.Cli.Verbs;

/// <summary>Input that a verb can't work with; it ends the verb with <see cref="ExitCode.BadInput"/>.</summary>
/// <param name="file">As the user named it.</param>
/// <param name="line">From 1; 0 where the file as a whole is at fault.</param>
/// <param name="column">From 1; 0 where the line as a whole is at fault.</param>
/// <param name="message">The value, what is allowed, and what to do.</param>
internal sealed class BadInputException(string file, int line, int column, string message) : Exception(message)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>In the form that editors and compilers use.</summary>
    public string Positioned => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}";
}
