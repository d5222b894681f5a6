using System.CommandLine;
using Grpc.Core;
using OrderCheck.Cli.Servers;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Load;

/// <summary>Measures a server: checks against an empty call of the same kind, charges against bare inserts.</summary>
internal sealed class LoadVerb : IVerb
{
    private const int StaysOfTheDoor = 10;

    /// <summary>A 3101 of 200 lines is worth as many checks of five.</summary>
    private const int CallsOfAStay = 10;

    private const int WarmUpRounds = 3;

    private readonly Option<string> _rules = ServerOptions.Rules();
    private readonly Option<string> _apiKey = ServerOptions.ApiKey();
    private readonly Option<string?> _server = new("--server") { Description = "Measures this running demo server (its gRPC port) instead of one that is started for it." };
    private readonly Option<string?> _postgres = new("--store-postgres") { Description = "Npgsql connection string of an empty database: the server that is started keeps its record there." };
    private readonly Option<int> _rounds = Number("--rounds", 7, "Rounds of each kind of call, in turns; their medians are reported.");
    private readonly Option<int> _calls = Number("--calls", 2000, "Calls of a round.");
    private readonly Option<int> _callers = Number("--callers", 32, "Callers at once, where many are measured.");
    private readonly Option<int> _encounters = Number("--encounters", LoadWard.MostPatients, "Encounters that are checked and charged.");
    private readonly Option<int> _charges = Number("--charges", 500, "Charges that each encounter has.");
    private readonly Option<int> _warmUp = Number("--warm-up", 30, "Seconds of calls of every kind before anything is measured: so long the server still compiles what it runs often.");

    public string Path => "load";

    public string Summary => "Measure a server: checks against empty calls, charges against bare inserts, one caller and many.";

    public IReadOnlyList<string> Examples =>
    [
        "load --json",
        "load --rules my-rules --store-postgres 'Host=127.0.0.1;Username=ordercheck;Database=scratch'",
        "load --server http://127.0.0.1:5081 --rounds 15",
    ];

    public void Configure(Command command)
    {
        foreach (var option in (Option[])[_rules, _server, _apiKey, _postgres, _rounds, _calls, _callers, _encounters, _charges, _warmUp])
            command.Options.Add(option);
    }

    public async Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var plan = new LoadPlan(
            Value(run, _rounds, 1, 1000), Value(run, _calls, 32, 1_000_000), Value(run, _callers, 1, 1000),
            Value(run, _encounters, 1, LoadWard.MostPatients), Value(run, _charges, 1, 100_000),
            TimeSpan.FromSeconds(Value(run, _warmUp, 0, 3600)));
        var rules = run.Arguments.GetValue(_rules)!;
        var release = await ReleaseFolder.LoadAsync(rules, run.Errors);
        var now = TimeProvider.System.GetUtcNow();
        var postgres = run.Arguments.GetValue(_postgres);
        if (run.Arguments.GetValue(_server) is { } address)
        {
            if (postgres is not null)
                throw new BadInputException("--store-postgres", 0, 0, "A running server has its store already; leave --store-postgres out, or --server.");
            // Beyond the patients of the demo and of earlier measurements.
            var others = new LoadWard(release, now, 1_000 + (int)(now.ToUnixTimeSeconds() % 1_000_000_000), plan.Encounters, plan.Charges);
            await MeasureAsync(run, plan, others, address, new Seat(run.Arguments.GetValue(_apiKey)!, "his", "", "load"), null, null, cancellation);
            return ExitCode.Clean;
        }
        var ward = new LoadWard(release, now, 1, plan.Encounters, plan.Charges);
        await using var server = await LoadServer.StartAsync(rules, postgres is null ? [] : ["--store-postgres", postgres], cancellation);
        await run.Errors.WriteLineAsync($"The server was ready {server.StartedIn.TotalSeconds:0.0} s after its start.");
        run.Report("ready_ms", Math.Round(server.StartedIn.TotalMilliseconds));
        var seat = await LoadHospital.SetUpAsync(server, ward.Hospital, cancellation);
        await MeasureAsync(run, plan, ward, server.Address, seat, server, postgres, cancellation);
        return ExitCode.Clean;
    }

    private static async Task MeasureAsync(
        VerbRun run, LoadPlan plan, LoadWard ward, string address, Seat seat, LoadServer? server, string? postgres, CancellationToken cancellation)
    {
        using var client = new LoadClient(address, seat, ward.Patients, $"load{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds():x}");
        try
        {
            await new LoadSession(plan, ward, client, server, run, cancellation).RunAsync(postgres);
            if (server is not null)
                await AskAsync(run, plan, ward, client, server, seat);
        }
        catch (RpcException failure)
        {
            throw RunningServer.Explain(address, failure);
        }
    }

    /// <summary>The HIS's own door against gRPC, at the end: what it tells is kept, and changes the encounters.</summary>
    private static async Task AskAsync(VerbRun run, LoadPlan plan, LoadWard ward, LoadClient client, LoadServer server, Seat seat)
    {
        using var door = new LoadDoor(server.HttpAddress, seat);
        LoadStay[] stays = [.. ward.Patients.Take(StaysOfTheDoor).Select(patient => LoadStay.Of(patient, ward.Hospital.Hospital.Code))];
        var calls = Math.Max(1, plan.Calls / CallsOfAStay);
        // What the first call of each stay tells is kept: what is measured is the next one.
        await Callers.RunAsync(1, calls * WarmUpRounds, (_, call) => door.AskAsync(stays[call % stays.Length].Told));
        var compared = await Comparison.RunAsync(
            plan.Rounds,
            () => Callers.RunAsync(1, calls, (caller, call) => client.CheckAsync(caller, stays[call % stays.Length].Inline)),
            () => Callers.RunAsync(1, calls, (_, call) => door.AskAsync(stays[call % stays.Length].Told)));
        await run.Output.WriteLineAsync($"3101 of 200 lines and 5 asked about, against a gRPC check of 200 of the lines: p50 {compared.Other.P50:0} µs against {compared.Base.P50:0} µs, {compared.P50:0.00}×");
        run.Report("nhsa_p50_us", Math.Round(compared.Other.P50, 1));
        run.Report("nhsa_p99_us", Math.Round(compared.Other.P99, 1));
        run.Report("nhsa_inline_p50_us", Math.Round(compared.Base.P50, 1));
        run.Report("nhsa_p50_ratio", Math.Round(compared.P50, 2));
    }

    private static int Value(VerbRun run, Option<int> option, int least, int most) =>
        run.Arguments.GetValue(option) is var value && value >= least && value <= most
            ? value
            : throw new BadInputException(option.Name, 0, 0, $"{value} is out of range; {least} to {most} are allowed.");

    private static Option<int> Number(string name, int usual, string description) => new(name) { Description = description, DefaultValueFactory = _ => usual };
}
