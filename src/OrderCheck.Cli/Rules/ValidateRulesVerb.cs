using System.CommandLine;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Cli.Rules;

/// <summary><c>rules validate</c>: everything that is wrong with a rules folder, or what it holds.</summary>
internal sealed class ValidateRulesVerb : IVerb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The rules folder." };

    public string Path => "rules validate";

    public string Summary => "Check a rules folder: every fault with its file, line and column, or counts of what it holds.";

    public IReadOnlyList<string> Examples { get; } = ["rules validate rules", "rules validate /tmp/release --json"];

    public void Configure(Command command) => command.Arguments.Add(_folder);

    public Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var place = run.Arguments.GetRequiredValue(_folder);
        if (!Directory.Exists(place))
            throw new BadInputException(place, 0, 0, "There is no such folder; name a rules folder.");
        var build = ReleaseBuilder.Build(RuleFolderReader.Read(place), number: 1);
        foreach (var fault in build.Faults)
            run.Output.WriteLine($"{System.IO.Path.Combine(place, fault.File)}:{fault.Line}:{fault.Column}: {fault.Message}");
        run.Report("faults", build.Faults.Count);
        if (build.Release is null)
        {
            run.Output.WriteLine($"{build.Faults.Count} faults: the folder can't be published.");
            return Task.FromResult(ExitCode.BadInput);
        }
        Describe(build.Release, run);
        return Task.FromResult(ExitCode.Clean);
    }

    private static void Describe(Release release, VerbRun run)
    {
        var rules = release.Rules.GroupBy(rule => rule.Definition.Family).ToDictionary(family => family.Key, family => family.Count());
        var rows = release.Knowledge.OrderBy(kind => kind.Key).ToDictionary(kind => KnowledgeKinds.NameOf(kind.Key), kind => kind.Value.Count);
        run.Output.WriteLine($"items: {release.Catalogue.Codes.Count}");
        run.Output.WriteLine($"rules: {release.Rules.Count}");
        foreach (var (family, count) in rules)
            run.Output.WriteLine($"  {family}: {count}");
        run.Output.WriteLine($"rows: {rows.Values.Sum()}");
        foreach (var (kind, count) in rows)
            run.Output.WriteLine($"  {kind}: {count}");
        run.Output.WriteLine($"dictionary files: {release.Dictionary.Files.Count}");
        run.Output.WriteLine($"hash: {release.Hash}");

        run.Report("items", release.Catalogue.Codes.Count);
        run.Report("rules", release.Rules.Count);
        run.Report("rows", rows.Values.Sum());
        run.Report("rules_by_family", rules);
        run.Report("rows_by_kind", rows);
        run.Report("dictionary_files", release.Dictionary.Files.Count);
        run.Report("hash", release.Hash);
    }
}
