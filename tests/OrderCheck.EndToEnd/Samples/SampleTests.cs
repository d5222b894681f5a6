using System.Text.Json;
using OrderCheck.EndToEnd.Demo;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using Xunit;

namespace OrderCheck.EndToEnd.Samples;

/// <summary>The two files for those who call without .NET, run as their readers run them.</summary>
public sealed class SampleTests(DemoServer demo) : IClassFixture<DemoServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_curl_script_plays_a_patients_day_to_the_right_total()
    {
        var (exitCode, output) = await ChildProcess.RunAsync(
            "env", ["CHECK_SECONDS=10", "bash", Sample("ordercheck.sh"), demo.Server.HttpAddress, "demo", StarterItems.Plain], Patience);

        Assert.True(exitCode == 0, output);
        Assert.Contains("check: CHECK_STATE_COMPLETE", output);
        foreach (var step in (string[])["admit", "sign", "charge", "charge again", "refund"])
            Assert.Contains($"{step}: recorded", output);
        Assert.Contains("total: 12.00", output);
    }

    [Fact]
    public async Task Without_a_service_the_curl_script_says_unknown_and_which_request_to_send_again()
    {
        var (exitCode, output) = await ChildProcess.RunAsync(
            "env", ["WRITE_ATTEMPTS=2", "bash", Sample("ordercheck.sh"), $"http://127.0.0.1:{FreePort.Next()}"], Patience);

        Assert.Equal(1, exitCode);
        Assert.Contains("unknown: send request_id admit again", output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_JavaScript_file_checks_and_charges(bool asAnOldBrowser)
    {
        var lines = await NodeAsync(asAnOldBrowser, demo.Server.HttpAddress, "demo", "ZY000003", StarterItems.Plain);

        // 200 ms may pass on a loaded machine: then it must say so.
        var check = lines[0].GetProperty("check").GetString();
        Assert.True(check == "COMPLETE" || lines[0].GetProperty("reasons")[0].GetProperty("code").GetString() == "deadline", $"{lines[0]}");
        Assert.Equal("RECORDED", lines[1].GetProperty("write").GetString());
        Assert.Equal(32, lines[1].GetProperty("request_id").GetString()!.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_a_key_that_opens_nothing_the_JavaScript_file_is_unchecked_and_sends_the_write_once(bool asAnOldBrowser)
    {
        var lines = await NodeAsync(asAnOldBrowser, demo.Server.HttpAddress, "stranger");

        Assert.Equal("UNCHECKED", lines[0].GetProperty("check").GetString());
        Assert.Contains("不代表没有问题", lines[0].GetProperty("reasons")[0].GetProperty("message").GetString());
        Assert.Equal(("NOT_RECORDED", 1), (lines[1].GetProperty("write").GetString(), lines[1].GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task Without_a_service_the_JavaScript_file_is_unchecked_and_the_write_unknown_after_several_attempts()
    {
        var lines = await NodeAsync(asAnOldBrowser: false, $"http://127.0.0.1:{FreePort.Next()}");

        Assert.Equal("UNCHECKED", lines[0].GetProperty("check").GetString());
        Assert.Equal("UNKNOWN", lines[1].GetProperty("write").GetString());
        Assert.True(lines[1].GetProperty("attempts").GetInt32() > 2, $"{lines[1]}");
    }

    /// <param name="asAnOldBrowser">With XMLHttpRequest, which Node.js does not have by itself.</param>
    private static async Task<JsonElement[]> NodeAsync(bool asAnOldBrowser, params string[] arguments)
    {
        string[] before = asAnOldBrowser ? ["--require", Path.Combine(Repository.Root, "tests/OrderCheck.EndToEnd/Samples/xml-http-request.js")] : [];
        var (_, output) = await ChildProcess.RunAsync("node", [.. before, Sample("ordercheck.js"), .. arguments], Patience);
        var lines = output.Split('\n').Where(line => line.StartsWith('{')).ToArray();
        Assert.True(lines.Length == 2, output);
        return [.. lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    private static string Sample(string name) => Path.Combine(Repository.Root, "src", "OrderCheck.Client", "Samples", name);
}
