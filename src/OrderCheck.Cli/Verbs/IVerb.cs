using System.CommandLine;

namespace OrderCheck.Cli.Verbs;

/// <summary>
/// One verb of the tool. To add a verb, add one file with a class that implements this and has a constructor without
/// parameters: <see cref="Tool"/> finds it.
/// </summary>
internal interface IVerb
{
    /// <summary>The words that call it, e.g. <c>rules validate</c>.</summary>
    string Path { get; }

    string Summary { get; }

    /// <summary>Command lines without the program's name, shown by <c>--help</c>.</summary>
    IReadOnlyList<string> Examples { get; }

    /// <summary>Adds the verb's own arguments and options; <c>--json</c> is there already.</summary>
    void Configure(Command command);

    /// <summary>Does the work. Throw <see cref="BadInputException"/> for input that can't be used.</summary>
    Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation);
}
