using System.CommandLine;
using OrderCheck.Cli.Verbs;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checkpoints;

namespace OrderCheck.Cli.Records;

/// <summary><c>ledger verify</c>: whether the record is what was once acknowledged.</summary>
internal sealed class VerifyLedgerVerb : IVerb
{
    private const int Page = 1000;

    private readonly StorePlace _place = new();
    private readonly Option<string?> _checkpoints = new("--checkpoints")
    {
        Description = "The folder that the server takes checkpoints into; \"checkpoints\" in the data folder if not given.",
    };

    public string Path => "ledger verify";

    public string Summary => "Recompute every encounter's hash chain, and compare the store with its checkpoints.";

    public IReadOnlyList<string> Examples { get; } =
    [
        "ledger verify --data /var/lib/ordercheck",
        "ledger verify --data /var/lib/ordercheck --checkpoints /mnt/other-disk/checkpoints --json",
        "ledger verify --store-postgres \"Host=db;Database=ordercheck;Username=reader\" --checkpoints /mnt/other-disk/checkpoints",
    ];

    public void Configure(Command command)
    {
        _place.Configure(command);
        command.Options.Add(_checkpoints);
    }

    public async Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var folder = run.Arguments.GetValue(_checkpoints);
        if (folder is not null && !Directory.Exists(folder))
            throw new BadInputException(folder, 0, 0, "There is no such folder; name the one that the server takes checkpoints into.");
        await using var store = await _place.OpenAsync(run, cancellation);
        var damages = new DamageReport(run);
        try
        {
            await WalkAsync(run, store.Chain, damages, cancellation);
            var checkpoints = new CheckpointVerifier(store, folder ?? System.IO.Path.Combine(_place.Data(run), "checkpoints"), damages.Add);
            await checkpoints.RunAsync(cancellation);
            run.Output.WriteLine($"{checkpoints.Checkpoints} checkpoints with {checkpoints.Heads} heads compared.");
            if (checkpoints.Checkpoints == 0)
                run.Output.WriteLine("Without checkpoints a tail that was cut off, or a missing encounter, does not show.");
            run.Report("checkpoints", checkpoints.Checkpoints);
            run.Report("heads", checkpoints.Heads);
        }
        catch (LedgerUnavailableException e)
        {
            throw new BadInputException("the store", 0, 0, e.Message);
        }
        run.Report("damages", damages.Count);
        run.Output.WriteLine(damages.Count == 0 ? "The ledger is whole." : $"{damages.Count} damages.");
        return damages.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private static async Task WalkAsync(VerbRun run, IChain chain, DamageReport damages, CancellationToken cancellation)
    {
        var total = await chain.CountEncountersAsync(cancellation);
        var (encounters, units, facts, last) = (0L, 0L, 0L, 0L);
        while (await chain.ListEncountersAsync(last, Page, cancellation) is { Count: > 0 } numbers)
        {
            foreach (var number in numbers)
            {
                var reading = await chain.ReadAsync(number, cancellation);
                (units, facts) = (units + reading.Units, facts + reading.Entries);
                foreach (var damage in reading.Damages)
                    damages.Add(damage);
            }
            (encounters, last) = (encounters + numbers.Count, numbers[^1]);
            if (!Console.IsErrorRedirected)
                await run.Errors.WriteAsync($"\r{encounters} of {total} encounters, {facts} facts ");
        }
        if (!Console.IsErrorRedirected)
            await run.Errors.WriteLineAsync();
        run.Output.WriteLine($"{encounters} encounters with {units} units and {facts} facts walked.");
        run.Report("encounters", encounters);
        run.Report("units", units);
        run.Report("facts", facts);
    }
}
