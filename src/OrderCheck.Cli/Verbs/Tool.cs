using System.CommandLine;
using System.CommandLine.Help;

namespace OrderCheck.Cli.Verbs;

/// <summary>The command line: finds the verbs, parses, runs one, prints its figures.</summary>
internal static class Tool
{
    private const int FaultsShown = 50;

    private static readonly Dictionary<string, string> GroupSummaries = new()
    {
        ["rules"] = "Check a rules folder.",
        ["import"] = "Turn published tables into a rules folder.",
        ["ledger"] = "Look after the durable record.",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Ends the output with one line: a JSON object with the verb's counts and figures.",
        Recursive = true,
    };

    /// <summary>Runs one command line. Bad arguments end with <see cref="ExitCode.BadInput"/>.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var root = Build(FindVerbs());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("Use --help to see what is possible.");
            return (int)ExitCode.BadInput;
        }
        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false },
            cancellation);
    }

    /// <summary>Every verb of this program, by name.</summary>
    internal static IReadOnlyList<IVerb> FindVerbs() =>
        [.. typeof(Tool).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IVerb)))
            .Select(type => (IVerb)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(verb => verb.Path, StringComparer.Ordinal)];

    private static RootCommand Build(IReadOnlyList<IVerb> verbs)
    {
        var root = new RootCommand("OrderCheck's tool: rules, imports, simulation and checks from the command line.") { Json };
        var byCommand = new Dictionary<Command, IVerb>();
        foreach (var verb in verbs)
            byCommand.Add(AddVerb(root, verb), verb);
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExamples((HelpAction)option.Action!, byCommand);
        return root;
    }

    private static Command AddVerb(Command root, IVerb verb)
    {
        var words = verb.Path.Split(' ');
        var parent = root;
        foreach (var word in words[..^1])
        {
            var group = parent.Subcommands.FirstOrDefault(command => command.Name == word);
            if (group is null)
                parent.Subcommands.Add(group = new Command(word, GroupSummaries.GetValueOrDefault(word, "")));
            parent = group;
        }
        var own = new Command(words[^1], verb.Summary);
        verb.Configure(own);
        own.SetAction((parsed, cancellation) => RunAsync(verb, parsed, cancellation));
        parent.Subcommands.Add(own);
        return own;
    }

    private static async Task<int> RunAsync(IVerb verb, ParseResult parsed, CancellationToken cancellation)
    {
        var output = parsed.InvocationConfiguration.Output;
        var errors = parsed.InvocationConfiguration.Error;
        var run = new VerbRun(parsed, output, errors) { IsForProgram = parsed.GetValue(Json) };
        var code = ExitCode.BadInput;
        try
        {
            code = await verb.RunAsync(run, cancellation);
        }
        catch (BadInputException bad)
        {
            foreach (var fault in bad.Faults.Take(FaultsShown))
                await errors.WriteLineAsync(fault.Positioned);
            if (bad.Faults.Count > FaultsShown)
                await errors.WriteLineAsync($"{bad.Faults.Count - FaultsShown} more; --json has them all.");
            run.Report("error", bad.Message);
            run.Report("file", bad.File);
            run.Report("line", bad.Line);
            run.Report("column", bad.Column);
            run.Report("faults", bad.Faults.Select(Fields).ToList());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"A file can't be read or written: {failure.Message}");
            run.Report("error", failure.Message);
        }
        if (run.IsForProgram)
            await output.WriteLineAsync(JsonLine.Of(run.Figures));
        return (int)code;
    }

    private static Dictionary<string, object> Fields(InputFault fault) =>
        new() { ["file"] = fault.File, ["line"] = fault.Line, ["column"] = fault.Column, ["error"] = fault.Message };
}
