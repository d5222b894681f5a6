using System.CommandLine;
using OrderCheck.Cli.Servers;
using OrderCheck.Cli.Verbs;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Rules;

/// <summary><c>rules counts</c>: each rule's own record, as a running server counts it.</summary>
internal sealed class RuleCountsVerb : IVerb
{
    private readonly Option<string> _server = new("--server")
    {
        Description = "Address of the server's gRPC port.",
        DefaultValueFactory = _ => ServerOptions.DefaultServer,
    };

    private readonly Option<string> _apiKey = ServerOptions.ApiKey();
    private readonly Option<string> _from = new("--from") { Description = "The first day, 2026-03-01; without it a week ends with --to.", DefaultValueFactory = _ => "" };
    private readonly Option<string> _to = new("--to") { Description = "The last day, itself too; without it today.", DefaultValueFactory = _ => "" };
    private readonly Option<string> _rule = new("--rule") { Description = "Of that rule alone.", DefaultValueFactory = _ => "" };
    private readonly Option<string> _domain = new("--domain") { Description = "payment, price, safety, coding, conduct or money.", DefaultValueFactory = _ => "" };

    public string Path => "rules counts";

    public string Summary => "Ask a server what each rule said, and how often it was blind for want of what.";

    public IReadOnlyList<string> Examples { get; } =
        ["rules counts", "rules counts --from 2026-03-01 --to 2026-03-31 --domain payment", "rules counts --rule item-for-the-other-sex --json"];

    public void Configure(Command command)
    {
        foreach (var option in (Option[])[_server, _apiKey, _from, _to, _rule, _domain])
            command.Options.Add(option);
    }

    public async Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var request = new ListRuleCountsRequest { FromDay = Text(_from), ToDay = Text(_to), Rule = Text(_rule), Domain = Text(_domain), Limit = 1000 };
        using var server = new RunningServer(run.Arguments.GetRequiredValue(_server));
        var answer = await server.CallAsync(
            (client, options) => client.ListRuleCountsAsync(request, options), new Seat(run.Arguments.GetRequiredValue(_apiKey), "officer", "", ""), cancellation);
        RuleCountTable.Print(answer, run.Output);
        run.Report("from_day", answer.FromDay);
        run.Report("to_day", answer.ToDay);
        run.Report("rules", answer.Rules.Count);
        run.Report("said", answer.Rules.Sum(static rule => rule.Said));
        run.Report("folded", answer.Rules.Sum(static rule => rule.Folded));
        run.Report("decided", answer.Rules.Sum(static rule => rule.Decided.Sum(static decided => decided.Times)));
        run.Report("blind", answer.Rules.Sum(static rule => rule.Blind));
        return ExitCode.Clean;

        string Text(Option<string> option) => run.Arguments.GetRequiredValue(option);
    }
}
