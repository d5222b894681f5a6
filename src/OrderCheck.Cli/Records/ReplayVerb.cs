using System.CommandLine;
using OrderCheck.Cli.Servers;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Checks;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Replay;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Cli.Records;

/// <summary><c>replay</c>: judges a recorded check again and tells what comes out otherwise.</summary>
internal sealed class ReplayVerb : IVerb
{
    private readonly Argument<string> _check = new("CHECK_ID") { Description = "The id that a check, a receipt or a late judgement was given." };
    private readonly StorePlace _place = new();
    private readonly Option<string?> _hospital = new("--hospital") { Description = "Looks only in the hospital of this code." };
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "Judges by this rules folder instead of the release of then: what would these rules have said?",
    };

    public string Path => "replay";

    public string Summary => "Judge a recorded check again from what it rested on, and compare the answers field by field.";

    public IReadOnlyList<string> Examples { get; } =
    [
        "replay 019abc00-0000-7000-8000-000000000000 --data /var/lib/ordercheck",
        "replay 019abc00-0000-7000-8000-000000000000 --store-postgres \"Host=db;Database=ordercheck;Username=reader\" --hospital H31010400001",
        "replay 019abc00-0000-7000-8000-000000000000 --data /var/lib/ordercheck --rules /etc/ordercheck/rules --json",
    ];

    public void Configure(Command command)
    {
        command.Arguments.Add(_check);
        _place.Configure(command);
        command.Options.Add(_hospital);
        command.Options.Add(_rules);
    }

    public async Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var checkId = run.Arguments.GetRequiredValue(_check);
        var rules = run.Arguments.GetValue(_rules);
        var other = rules is null ? null : await ReleaseFolder.LoadAsync(rules, run.Errors);
        await using var store = await _place.OpenAsync(run, cancellation);
        try
        {
            var replay = await new CheckReplayer(store).RunAsync(checkId, run.Arguments.GetValue(_hospital), other, cancellation);
            Tell(run, replay, rules);
            return replay.Differences.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
        }
        catch (Exception e) when (e is ReplayRefusedException or LedgerUnavailableException)
        {
            throw new BadInputException(checkId, 0, 0, e.Message);
        }
    }

    private static void Tell(VerbRun run, CheckReplay replay, string? rules)
    {
        var (record, recorded) = (replay.Record, replay.Recorded);
        run.Output.WriteLine($"Check {record.CheckId} of encounter {record.Encounter}, stage {record.Stage}, at {AtOf(replay):O}, by engine {recorded.EngineVersion}.");
        run.Output.WriteLine(
            $"It rests on release {recorded.ReleaseNumber} ({(recorded.ReleaseHash.Length == 0 ? "none" : recorded.ReleaseHash)}), dictionary {recorded.DictionaryNumber}, ledger sequence {recorded.LedgerSequence}.");
        if (recorded.EngineVersion != EngineVersion.Current)
            run.Output.WriteLine($"This is another engine: {EngineVersion.Current}.");
        if (rules is not null)
            run.Output.WriteLine($"It is judged again by other rules: {rules} ({replay.By!.Hash}).");
        foreach (var difference in replay.Differences)
        {
            run.Output.WriteLine($"  {difference.Field}");
            run.Output.WriteLine($"    recorded: {Shown(difference.Recorded)}");
            run.Output.WriteLine($"    replayed: {Shown(difference.Replayed)}");
        }
        run.Output.WriteLine(Verdict(replay));
        Report(run, replay, rules);
    }

    private static DateTimeOffset AtOf(CheckReplay replay) =>
        Timestamps.TryRead(replay.Recorded.EvaluatedAt ?? new(), out var at) ? at : replay.Record.EvaluatedAt;

    private static string Shown(string text) => text.Length == 0 ? "nothing" : text;

    private static string Verdict(CheckReplay replay)
    {
        if (replay.Replayed is null)
            return $"Nothing was judged then ({string.Join(", ", replay.Recorded.StateReasons.Select(reason => reason.Code))}): there is nothing to judge again.";
        return replay.Differences.Count == 0
            ? $"Judged again: the same answer, {replay.Recorded.Findings.Count} findings."
            : $"Judged again: {replay.Differences.Count} differences.";
    }

    private static void Report(VerbRun run, CheckReplay replay, string? rules)
    {
        run.Report("check_id", replay.Record.CheckId);
        run.Report("judged", replay.Replayed is not null);
        run.Report("same", replay.Differences.Count == 0);
        run.Report("differences", replay.Differences.Count);
        run.Report("fields", replay.Differences.Select(difference => difference.Field).ToList());
        run.Report("findings_recorded", replay.Recorded.Findings.Count);
        run.Report("findings_replayed", replay.Replayed?.Findings.Count ?? 0);
        run.Report("engine_recorded", replay.Recorded.EngineVersion);
        run.Report("engine", EngineVersion.Current);
        run.Report("release_number", replay.Recorded.ReleaseNumber);
        run.Report("release_hash", replay.Recorded.ReleaseHash);
        run.Report("dictionary_number", replay.Recorded.DictionaryNumber);
        run.Report("ledger_sequence", replay.Recorded.LedgerSequence);
        run.Report("other_rules", rules is not null);
    }
}
