namespace OrderCheck.Cli.Verbs;

/// <summary>Input that a verb can't work with; it ends the verb with <see cref="ExitCode.BadInput"/>.</summary>
/// <param name="faults">All that is known to be wrong, at least one.</param>
internal sealed class BadInputException(IReadOnlyList<InputFault> faults) : Exception(faults[0].Message)
{
    /// <inheritdoc cref="InputFault(string, int, int, string)"/>
    public BadInputException(string file, int line, int column, string message)
        : this([new InputFault(file, line, column, message)])
    {
    }

    public IReadOnlyList<InputFault> Faults { get; } = faults;

    /// <summary>Of the first fault, as its line and column are.</summary>
    public string File => Faults[0].File;

    public int Line => Faults[0].Line;

    public int Column => Faults[0].Column;

    /// <summary>The first fault in the form that editors and compilers use.</summary>
    public string Positioned => Faults[0].Positioned;
}
