using System.Text.Json.Nodes;
using Grpc.Core;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Json.Lines;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Grouping;

/// <summary>A whole scheme, imported beside the starter scheme, groups through the wire as the labels say.</summary>
public sealed class ImportedSchemeTests
{
    private const string Scheme = "chs-drg-2.0-whole";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_case_of_2_0_on_which_two_transcriptions_agree_gets_its_group_over_gRPC_JSON_and_JSON_lines()
    {
        Assert.SkipWhen(
            Repository.GroupingTables is null, "The grouping reference tables (shared/data/drg beside the repository) are not on this machine.");
        using var folder = new TemporaryFolder();
        await ImportAsync(folder["rules"]);
        await using var server = await OwnServer.StartAsync(folder["data"], "--rules", folder["rules"]);
        var cases = LabelledCase.ReadAgreed(Path.Combine(Repository.GroupingTables, "cases", "chs-drg-2.0_referee_cases.csv"), Scheme);

        Assert.True(cases.Count >= 1_000);
        Assert.Equal(cases.Select(Expected), await StreamAsync(server.His, cases));
        Assert.Equal(cases.Select(Expected), await LinesAsync(server, cases));
        Assert.Equal(cases.Take(1_000).Select(Expected), await BatchAsync(server, cases.Take(1_000)));
        var list = await server.His.Grouping.ListSchemesAsync(new ListSchemesRequest(), server.His.Options);
        Assert.Equal([Cases.Scheme, Scheme], list.Schemes.Select(static scheme => scheme.Id));
        server.Process.AssertNoUnexpectedErrors();
    }

    private static string Expected(LabelledCase labelled) => $"{labelled.Case.CaseId} {labelled.Drg}";

    private static async Task ImportAsync(string rules)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Rules, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(rules, Path.GetRelativePath(Repository.Rules, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var (exitCode, output) = await ChildProcess.RunAsync(
            "dotnet",
            [
                Repository.Built("OrderCheck.Cli", "ordercheck.dll"), "import", "drg-scheme",
                "--from", Path.Combine(Repository.GroupingTables!, "chs-drg-2.0"), "--to", Path.Combine(rules, "grouping", Scheme),
            ],
            Patience);
        Assert.True(exitCode == 0, output);
    }

    private static async Task<List<string>> StreamAsync(His his, IReadOnlyList<LabelledCase> cases)
    {
        using var call = his.Grouping.GroupStream(his.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + Patience));
        var sending = SendAsync(call.RequestStream, cases);
        var groups = new List<string>();
        while (await call.ResponseStream.MoveNext(Token))
            groups.Add($"{call.ResponseStream.Current.CaseId} {call.ResponseStream.Current.Drg}");
        await sending;
        return groups;
    }

    private static async Task SendAsync(IClientStreamWriter<GroupCaseRequest> requests, IReadOnlyList<LabelledCase> cases)
    {
        foreach (var labelled in cases)
            await requests.WriteAsync(new GroupCaseRequest { Case = labelled.Case }, Token);
        await requests.CompleteAsync();
    }

    private static async Task<IEnumerable<string>> LinesAsync(OwnServer server, IReadOnlyList<LabelledCase> cases)
    {
        await using var call = await LineCall.OpenAsync("2", server.Process, "/v1/cases:groupStream", ("x-api-key", server.ApiKey));
        var body = string.Concat(cases.Select(static labelled => $"{new GroupCaseRequest { Case = labelled.Case }}\n"));
        var answering = call.RestAsync();
        await call.SendAsync(body);
        await call.EndAsync();

        return (await answering).Select(static line => JsonNode.Parse(line)).Select(static group => $"{Text(group, "caseId")} {Text(group, "drg")}");
    }

    private static async Task<IEnumerable<string>> BatchAsync(OwnServer server, IEnumerable<LabelledCase> cases)
    {
        using var caller = new JsonCaller(server.Process.HttpAddress, server.ApiKey);
        var request = new GroupCasesRequest { Cases = { cases.Select(static labelled => labelled.Case) } };

        var reply = await caller.PostAsync("/v1/cases:groupBatch", request.ToString());

        return reply.Body["cases"]!.AsArray().Select(static one => $"{Text(one!["group"], "caseId")} {Text(one["group"], "drg")}");
    }

    private static string Text(JsonNode? group, string field) => (string?)group?[field] ?? "";
}
