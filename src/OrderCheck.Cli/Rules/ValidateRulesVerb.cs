using System.CommandLine;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Hospitals;
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
        var folder = RuleFolderReader.Read(place);
        var build = ReleaseBuilder.Build(folder, number: 1);
        var faults = build.Faults.Concat(FaultsOfDictionary(folder)).ToList();
        foreach (var fault in faults)
            run.Output.WriteLine($"{System.IO.Path.Combine(place, fault.File)}:{fault.Line}:{fault.Column}: {fault.Message}");
        run.Report("faults", faults.Count);
        if (build.Release is null || faults.Count > 0)
        {
            run.Output.WriteLine($"{faults.Count} faults: the folder can't be published.");
            return Task.FromResult(ExitCode.BadInput);
        }
        Describe(build.Release, run);
        return Task.FromResult(ExitCode.Clean);
    }

    /// <summary>The seed must make a dictionary, whatever the hospital.</summary>
    private static IReadOnlyList<Fault> FaultsOfDictionary(RuleFolder folder)
    {
        var hospital = new Hospital("H00000000000", "", null, null, TimeZoneInfo.Utc);
        var seed = folder.Files.Where(file => file.Path.StartsWith("dictionary/", StringComparison.Ordinal));
        return DictionaryBuilder.Build(hospital, 1, [.. seed]).Faults;
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
