using System.CommandLine;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Cases;
using OrderCheck.Core.Rules.Documentation;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Cli.Rules;

/// <summary><c>rules document</c>: whether the pages about a rules folder say what folder and code say, or writes them anew.</summary>
internal sealed class DocumentRulesVerb : IVerb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The rules folder, with README.md and coverage/*.csv." };

    private readonly Option<bool> _write = new("--write") { Description = "Writes what is stale anew." };

    public string Path => "rules document";

    public string Summary => "Check that README.md and coverage.md of a rules folder are what code and rules say; --write writes them anew.";

    public IReadOnlyList<string> Examples { get; } = ["rules document rules", "rules document rules --write"];

    public void Configure(Command command)
    {
        command.Arguments.Add(_folder);
        command.Options.Add(_write);
    }

    public Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var place = run.Arguments.GetRequiredValue(_folder);
        if (!Directory.Exists(place))
            throw new BadInputException(place, 0, 0, "There is no such folder; name a rules folder.");
        var folder = RuleFolderReader.Read(place);
        var build = ReleaseBuilder.Build(folder, number: 1);
        var faults = new List<Fault>(build.Faults);
        if (build.Release is not { } release)
            return Task.FromResult(Refuse(place, faults, run));
        var cases = CaseSet.Read(folder, release);
        faults.AddRange(cases.Faults);
        var coverage = RuleDocuments.CoverageOf(release, folder, faults);
        if (faults.Count > 0 || coverage is null)
            return Task.FromResult(Refuse(place, faults, run));
        var readme = System.IO.Path.Combine(place, RuleDocuments.Readme);
        string[] stale =
        [
            .. IsStale(readme, written => Readme(readme, written, release, folder, cases), run),
            .. IsStale(System.IO.Path.Combine(place, RuleDocuments.Coverage), _ => coverage, run),
        ];
        var write = run.Arguments.GetValue(_write);
        foreach (var file in stale)
            run.Output.WriteLine(write ? $"{file}: written" : $"{file}: stale; 'ordercheck rules document {place} --write' writes it anew.");
        run.Report("faults", 0);
        run.Report("stale", stale.Length);
        return Task.FromResult(stale.Length == 0 || write ? ExitCode.Clean : ExitCode.Findings);
    }

    private static string Readme(string file, string written, Release release, RuleFolder folder, CaseSet cases)
    {
        try
        {
            return RuleDocuments.ReadmeOf(written, release, folder, cases.Cases);
        }
        catch (FormatException failure)
        {
            throw new BadInputException(file, 0, 0, failure.Message);
        }
    }

    private IEnumerable<string> IsStale(string file, Func<string, string> make, VerbRun run)
    {
        var written = File.Exists(file) ? File.ReadAllText(file) : "";
        var made = make(written.ReplaceLineEndings("\n"));
        if (made == written)
            return [];
        if (run.Arguments.GetValue(_write))
            File.WriteAllText(file, made);
        return [file];
    }

    private static ExitCode Refuse(string place, List<Fault> faults, VerbRun run)
    {
        foreach (var fault in faults)
            run.Output.WriteLine($"{System.IO.Path.Combine(place, fault.File)}:{fault.Line}:{fault.Column}: {fault.Message}");
        run.Report("faults", faults.Count);
        return ExitCode.BadInput;
    }
}
