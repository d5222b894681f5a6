using System.Text;
using OrderCheck.EndToEnd.Json.Lines;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Grouping;

/// <summary>A caller of a stream of JSON lines that neither sends nor takes anything is not waited for longer than the installation's limit.</summary>
public sealed class StandingStillTests
{
    private const string Path = "/v1/cases:groupStream";

    [Fact]
    public async Task A_caller_that_stands_still_is_ended_and_nothing_is_kept_for_it()
    {
        await using var server = await OwnServer.StartAsync(data: null, "--call-seconds", "1");
        foreach (var version in (string[])["1.1", "2"])
        {
            await AssertIsToldAsync(server, version);
            await AssertTakesInVainAsync(server, version);
        }

        server.Process.AssertNoUnexpectedErrors();
    }

    private static async Task AssertIsToldAsync(OwnServer server, string version)
    {
        await using var silent = await OpenAsync(server, version);
        Assert.Equal((504, "application/problem+json"), await silent.HeadAsync());
        Assert.Equal("idle", (string?)(await silent.AnswerAsync())["reason"]);

        await using var call = await OpenAsync(server, version);
        await call.SendAsync(Line("c0"));
        Assert.Equal("c0", (string?)(await call.AnswerAsync())["caseId"]);
        var ending = (await call.AnswerAsync())["problem"]!;
        Assert.Equal(("DEADLINE_EXCEEDED", "idle", 504), ((string?)ending["code"], (string?)ending["reason"], (int)ending["status"]!));
        Assert.Null(await call.LineAsync());
    }

    /// <summary>One that sends on and on and takes no answer is read no further, and in the end cut off.</summary>
    private static async Task AssertTakesInVainAsync(OwnServer server, string version)
    {
        var before = server.Process.ResidentBytes();
        await using var call = await OpenAsync(server, version);
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1_000).Select(static n => Line($"c{n}"))));

        var cut = await Record.ExceptionAsync(async () =>
        {
            for (var sent = 0L; sent < 1L << 30; sent += lines.Length)
                await call.SendAsync(lines);
        });

        Assert.IsAssignableFrom<IOException>(cut);

        Assert.InRange(server.Process.ResidentBytes() - before, long.MinValue, 60L << 20);
    }

    private static Task<LineCall> OpenAsync(OwnServer server, string version) =>
        LineCall.OpenAsync(version, server.Process, Path, ("x-api-key", server.ApiKey));

    private static string Line(string id) => $"{new GroupCaseRequest { Case = Cases.Stroke(id) }}\n";
}
