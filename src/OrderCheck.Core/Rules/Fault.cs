namespace OrderCheck.Core.Rules;

/// <summary>Something wrong in a rules folder: what a release with it is refused for.</summary>
/// <param name="File">Path relative to the folder, with '/'.</param>
/// <param name="Line">From 1; 0 where the fault is of the file as a whole.</param>
/// <param name="Column">Character in the line, from 1; 0 where the fault is of the line as a whole.</param>
/// <param name="Message">English: names the thing, the value and what is allowed.</param>
public sealed record Fault(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): {Message}";
}
