namespace OrderCheck.Cli.Verbs;

/// <summary>One thing that is wrong with a verb's input, and where.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Line">From 1; 0 where the file as a whole is at fault.</param>
/// <param name="Column">From 1; 0 where the line as a whole is at fault.</param>
/// <param name="Message">The value, what is allowed, and what to do.</param>
internal readonly record struct InputFault(string File, int Line, int Column, string Message)
{
    /// <summary>In the form that editors and compilers use.</summary>
    public string Positioned => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}";
}
