using System.CommandLine;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using OrderCheck.Cli.Servers;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Simulation;

namespace OrderCheck.Cli.Simulation;

/// <summary>Makes the demo hospital's histories and writes them as requests, or sends them.</summary>
internal sealed class SimulateVerb : IVerb
{
    private readonly Option<string> _rules = ServerOptions.Rules();
    private readonly Option<string> _apiKey = ServerOptions.ApiKey();
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The same seed, rules and time make the same hospital, to the byte.",
        DefaultValueFactory = _ => DemoHospital.DefaultSeed,
    };
    private readonly Option<int> _first = new("--first")
    {
        Description = "Number of the first patient. A running demo server has 1 to 200 already.",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<string?> _now = new("--now")
    {
        Description = "The time at which the histories end, e.g. 2026-03-04T09:30:00+08:00; the present if not given.",
    };
    private readonly Option<string?> _out = new("--out") { Description = "Writes to this file instead of the standard output." };
    private readonly Option<string?> _server = new("--server") { Description = "Sends the requests to this server instead." };

    public string Path => "simulate";

    public string Summary => "Make a demo hospital's histories: as JSON lines of write requests, or sent to a server.";

    public IReadOnlyList<string> Examples =>
    [
        "simulate --rules rules --seed 7 --out histories.jsonl",
        "simulate --rules rules --first 1001 --server http://127.0.0.1:5081",
    ];

    public void Configure(Command command)
    {
        foreach (var option in (Option[])[_rules, _seed, _first, _now, _out, _server, _apiKey])
            command.Options.Add(option);
    }

    public async Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var release = await ReleaseFolder.LoadAsync(run.Arguments.GetValue(_rules)!, run.Errors);
        var hospital = DemoHospital.Create(release, run.Arguments.GetValue(_seed), Now(run), run.Arguments.GetValue(_first));
        if (run.Arguments.GetValue(_server) is { } server)
            await SendAsync(hospital, server, run, cancellation);
        else
            await WriteAsync(hospital, run, cancellation);

        var facts = hospital.Encounters.SelectMany(encounter => encounter.Writes).SelectMany(write => write.Facts).ToList();
        run.Report("seed", run.Arguments.GetValue(_seed));
        run.Report("encounters", hospital.Encounters.Count);
        run.Report("requests", hospital.Encounters.Sum(encounter => encounter.Writes.Count));
        run.Report("facts", facts.Count);
        run.Report("charges", facts.OfType<Core.Charges.Charge>().Count());
        return ExitCode.Clean;
    }

    private DateTimeOffset Now(VerbRun run)
    {
        if (run.Arguments.GetValue(_now) is not { } text)
            return TimeProvider.System.GetLocalNow();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)
            ? now
            : throw new BadInputException("--now", 0, 0, $"'{text}' is no time; one looks like 2026-03-04T09:30:00+08:00.");
    }

    private async Task WriteAsync(DemoHospital hospital, VerbRun run, CancellationToken cancellation)
    {
        var path = run.Arguments.GetValue(_out);
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var file = path is null ? null : new StreamWriter(path, append: false, encoding) { NewLine = "\n" };
        var output = file ?? run.Output;
        foreach (var encounter in hospital.Encounters)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var request in encounter.Writes.Select(write => WireRequest.Of(encounter.VisitNumber, write)))
            {
                var message = JsonFormatter.Default.Format(request.Message);
                await output.WriteLineAsync($$"""{"method":"{{request.Method}}","request":{{message}}}""");
            }
        }
    }

    private async Task SendAsync(DemoHospital hospital, string address, VerbRun run, CancellationToken cancellation)
    {
        using var server = new RunningServer(address);
        var seat = new Seat(run.Arguments.GetValue(_apiKey)!, "his", "", "");
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation };
        await Parallel.ForEachAsync(hospital.Encounters, lanes, async (encounter, stop) =>
        {
            foreach (var request in encounter.Writes.Select(write => WireRequest.Of(encounter.VisitNumber, write)))
                await server.CallAsync(request.Send, seat, stop);
        });
        await run.Errors.WriteLineAsync($"Sent {hospital.Encounters.Count} encounters to {address}.");
    }
}
