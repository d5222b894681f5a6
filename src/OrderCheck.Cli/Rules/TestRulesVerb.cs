using System.CommandLine;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Cases;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Cli.Rules;

/// <summary>
/// <c>rules test</c>: runs the case histories that lie beside the rules. A rule that runs, or is to run, needs a case it must
/// catch, one it must let pass and one on the boundary: without these it cannot be made active.
/// </summary>
internal sealed class TestRulesVerb : IVerb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The rules folder, with its cases in cases/*.json." };

    private readonly Option<string?> _rule = new("--rule") { Description = "Runs only the cases of that rule, and asks for no others." };

    public string Path => "rules test";

    public string Summary => "Run the cases beside the rules: what each must catch, let pass, and where its boundary lies.";

    public IReadOnlyList<string> Examples { get; } =
        ["rules test rules", "rules test rules --rule item-for-the-other-sex", "rules test /tmp/release --json"];

    public void Configure(Command command)
    {
        command.Arguments.Add(_folder);
        command.Options.Add(_rule);
    }

    public Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var place = run.Arguments.GetRequiredValue(_folder);
        if (!Directory.Exists(place))
            throw new BadInputException(place, 0, 0, "There is no such folder; name a rules folder.");
        var folder = RuleFolderReader.Read(place);
        var build = ReleaseBuilder.Build(folder, number: 1);
        if (build.Release is not { } release)
            return Task.FromResult(Refuse(place, build.Faults, run));
        var set = CaseSet.Read(folder, release);
        if (set.Faults.Count > 0)
            return Task.FromResult(Refuse(place, set.Faults, run));
        var tests = RuleTests.Run(release, set.Cases);
        if (run.Arguments.GetValue(_rule) is { } rule)
            tests = Of(rule, release, tests);
        Describe(place, tests, run);
        return Task.FromResult(tests.Passed ? ExitCode.Clean : ExitCode.Findings);
    }

    private static ExitCode Refuse(string place, IReadOnlyList<Fault> faults, VerbRun run)
    {
        foreach (var fault in faults)
            run.Output.WriteLine($"{System.IO.Path.Combine(place, fault.File)}:{fault.Line}:{fault.Column}: {fault.Message}");
        run.Output.WriteLine($"{faults.Count} faults: nothing was tested.");
        run.Report("faults", faults.Count);
        return ExitCode.BadInput;
    }

    private static RuleTests Of(string rule, Release release, RuleTests tests)
    {
        if (release.Rules.All(known => known.Definition.Name != rule))
            throw new BadInputException("--rule", 0, 0, $"'{rule}' is no rule. Rules are {string.Join(", ", release.Rules.Select(known => known.Definition.Name))}.");
        return new RuleTests(
            [.. tests.Results.Where(result => result.Case.Shows.ContainsKey(rule))], [.. tests.Rules.Where(coverage => coverage.Rule.Name == rule)]);
    }

    private static void Describe(string place, RuleTests tests, VerbRun run)
    {
        foreach (var result in tests.Results.Where(result => !result.Holds))
        {
            run.Output.WriteLine($"{System.IO.Path.Combine(place, result.Case.File)}:{result.Case.Line}:{result.Case.Column}: {result.Case.Name}");
            foreach (var failure in result.Failures)
                run.Output.WriteLine($"  {failure}");
        }
        foreach (var rule in tests.Rules)
            run.Output.WriteLine(LineOf(rule));
        var failed = tests.Results.Count(result => !result.Holds);
        string[] incomplete = [.. tests.Rules.Where(rule => !rule.Complete).Select(rule => rule.Rule.Name)];
        run.Output.WriteLine($"{tests.Results.Count - failed} cases hold, {failed} do not; {tests.Rules.Count - incomplete.Length} rules have what they need, {incomplete.Length} do not.");
        run.Report("faults", 0);
        run.Report("rules", tests.Rules.Count);
        run.Report("cases", tests.Results.Count);
        run.Report("failed", failed);
        run.Report("incomplete", incomplete.Length);
        run.Report("incomplete_rules", incomplete);
    }

    private static string LineOf(RuleCoverage rule)
    {
        var counts = string.Join("  ", Enum.GetValues<CaseKind>().Select(kind => $"{kind.ToString().ToLowerInvariant()} {rule.CountOf(kind)}"));
        var lacks = rule.Complete ? "" : $"  LACKS {string.Join(", ", rule.Missing)}: it cannot be active";
        return $"{rule.Rule.Name}  [{rule.Rule.State.ToString().ToLowerInvariant()}]  {counts}{lacks}";
    }
}
