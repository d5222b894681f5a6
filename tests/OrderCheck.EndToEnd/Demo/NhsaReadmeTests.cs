using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrderCheck.EndToEnd.Nhsa;
using Xunit;

namespace OrderCheck.EndToEnd.Demo;

/// <summary>The README's screen for a HIS that already calls 3101, followed word by word.</summary>
public sealed partial class NhsaReadmeTests(DemoServer demo) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task The_demo_answers_the_READMEs_request_as_the_README_says_and_takes_its_3103()
    {
        var section = Section().Match(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken)).Value;
        var blocks = Block().Matches(section).Select(static block => block.Groups["json"].Value).ToList();
        Assert.Equal(2, blocks.Count);
        using var his = new NhsaHis(demo.Server.HttpAddress, ("x-api-key", "demo"));

        var reply = (await his.SendAsync("3101", Encoding.UTF8.GetBytes(blocks[0]))).AssertAnswered();

        AssertHolds(JsonNode.Parse(blocks[1])!, reply.Body, "$");
        var feedback = JsonNode.Parse("{" + Feedback().Match(section).Groups["json"].Value + "}")!.AsObject();
        feedback["input"]!["data"]!["warns"]![0]!["warn_rslt_id"] = (string)Assert.Single(reply.Rows)["jr_id"]!;
        (feedback["infno"], feedback["fixmedins_code"]) = ("3103", (string)JsonNode.Parse(blocks[0])!["fixmedins_code"]!);
        Assert.Equal((HttpStatusCode.OK, "0"), ((await his.TellAsync(feedback)).Status, (await his.TellAsync(feedback)).Code));
        Assert.Empty((await his.SendAsync("3101", Encoding.UTF8.GetBytes(blocks[0]))).AssertAnswered().Rows);
    }

    /// <summary>What is written is there; … stands for whatever comes.</summary>
    private static void AssertHolds(JsonNode written, JsonNode? said, string path)
    {
        switch (written)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                    AssertHolds(value!, said![name], $"{path}.{name}");
                break;
            case JsonArray elements:
                Assert.True(elements.Count == said!.AsArray().Count, $"{path}: {said.ToJsonString()}");
                for (var i = 0; i < elements.Count; i++)
                    AssertHolds(elements[i]!, said[i], $"{path}[{i}]");
                break;
            default:
                var parts = written.ToString().Split('…');
                Assert.True(
                    said is not null && said.ToString().StartsWith(parts[0], StringComparison.Ordinal) && said.ToString().EndsWith(parts[^1], StringComparison.Ordinal)
                    && (parts.Length > 1 || said.ToString() == parts[0]),
                    $"{path} is {said?.ToJsonString()}, README has {written.ToJsonString()}");
                break;
        }
    }

    [GeneratedRegex("### A HIS that already calls 3101.*?(?=\n### )", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("```json\n(?<json>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`(?<json>\"input\":\\{\"data\":\\{\"warn_type\".*?)`")]
    private static partial Regex Feedback();
}
