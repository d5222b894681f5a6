using System.CommandLine;
using System.Text;
using OrderCheck.Cli.Servers;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Regions;

namespace OrderCheck.Cli.Checks;

/// <summary><c>check</c>: judges requests of NHSA's 3101 by a rules folder, without a server and without a memory.</summary>
internal sealed class CheckVerb : IVerb
{
    private readonly Option<string> _release = new("--release") { Description = "A complete rules folder.", Required = true };
    private readonly Option<string> _in = new("--in") { Description = "One 3101 or 3102 request, or one a line (JSON Lines).", Required = true };
    private readonly Option<string> _region = new("--region")
    {
        Description = "Region profile that the requests are written in.",
        DefaultValueFactory = _ => RegionProfiles.National,
    };

    private readonly Option<string> _charset = new("--charset") { Description = "Characters of the file: utf-8, gb18030 or gbk.", DefaultValueFactory = _ => "utf-8" };
    private readonly Option<string> _zone = new("--time-zone") { Description = "The hospital's zone.", DefaultValueFactory = _ => Hospital.DefaultTimeZoneId };

    public string Path => "check";

    public string Summary => "Judge 3101 requests by a rules folder: one 3101 response a line, each request by itself.";

    public IReadOnlyList<string> Examples { get; } =
    [
        "check --release rules --in 3101.json",
        "check --release /tmp/release --in requests.jsonl --json",
        "check --release rules --in 3101.json --region psn-dialect --charset gb18030",
    ];

    public void Configure(Command command)
    {
        command.Options.Add(_release);
        command.Options.Add(_in);
        command.Options.Add(_region);
        command.Options.Add(_charset);
        command.Options.Add(_zone);
    }

    public async Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var file = run.Arguments.GetRequiredValue(_in);
        if (!File.Exists(file))
            throw new BadInputException(file, 0, 0, "There is no such file; name one with a 3101 request, or one a line.");
        var release = await ReleaseFolder.LoadAsync(run.Arguments.GetRequiredValue(_release), run.Errors);
        var region = run.Arguments.GetRequiredValue(_region);
        if (region != RegionProfiles.National && release.Regions.Find(region) is null)
            throw new BadInputException("--region", 0, 0, $"The rules folder has no region {region}; it has {string.Join(", ", release.Regions.All.Select(profile => profile.Name).Order(StringComparer.Ordinal))}.");
        var bench = new CheckBench(release, release.Regions.For(region), Zone(run), run.Arguments.GetRequiredValue(_charset));
        var tally = new CheckTally();
        foreach (var request in RequestFile.Read(await File.ReadAllBytesAsync(file, cancellation)))
        {
            cancellation.ThrowIfCancellationRequested();
            var answer = bench.Answer(request.Body);
            await run.Output.WriteLineAsync(Encoding.UTF8.GetString(answer.Response));
            tally.Add(answer);
            if (answer.Fault is { } fault)
                await run.Errors.WriteLineAsync(request.Locate(file, fault).Positioned);
        }
        if (tally.Requests == 0)
            throw new BadInputException(file, 1, 1, "The file has no request.");
        tally.Report(run);
        return tally.Code;
    }

    private TimeZoneInfo Zone(VerbRun run)
    {
        var id = run.Arguments.GetRequiredValue(_zone);
        try
        {
            return Hospital.FindTimeZone(id);
        }
        catch (TimeZoneNotFoundException)
        {
            throw new BadInputException("--time-zone", 0, 0, $"'{id}' is not known on this machine; name an IANA zone such as {Hospital.DefaultTimeZoneId}.");
        }
    }
}
