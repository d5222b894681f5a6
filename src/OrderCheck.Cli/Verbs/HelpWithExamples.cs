using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace OrderCheck.Cli.Verbs;

/// <summary>The usual help, followed by the verb's examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual, IReadOnlyDictionary<Command, IVerb> verbs) : SynchronousCommandLineAction
{
    /// <summary>Help is for people whose arguments are not complete yet.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        if (!verbs.TryGetValue(parseResult.CommandResult.Command, out var verb))
            return result;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Exit codes:");
        output.WriteLine("  0  done, nothing to report");
        output.WriteLine("  1  findings or differences");
        output.WriteLine("  2  bad input, printed with file, line and column");
        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (var example in verb.Examples)
            output.WriteLine($"  ordercheck {example}");
        output.WriteLine();
        return result;
    }
}
