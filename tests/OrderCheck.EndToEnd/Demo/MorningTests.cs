using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Demo;

/// <summary>The two commands of the README, as a newcomer runs them.</summary>
public sealed partial class MorningTests(DemoServer demo) : IClassFixture<DemoServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void The_demo_is_ready_within_a_minute_and_prints_how_to_reach_it()
    {
        Assert.True(demo.StartedIn < TimeSpan.FromMinutes(1), $"It took {demo.StartedIn}.");
        Assert.Contains(demo.Server.HttpAddress, demo.Server.Output);
        Assert.Contains(demo.Server.GrpcAddress, demo.Server.Output);
    }

    [Fact]
    public async Task The_example_call_that_it_prints_works_and_finds_something()
    {
        var example = Example().Match(demo.Server.Output);
        Assert.True(example.Success, demo.Server.Output);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(example.Groups["url"].Value))
        {
            Content = new StringContent(example.Groups["body"].Value, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-api-key", "demo");

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = JsonDocument.Parse(body);
        Assert.True(answer.RootElement.GetProperty("findings").GetArrayLength() > 0, body);
    }

    [Fact]
    public async Task A_doctors_morning_shows_findings_with_all_that_belongs_to_them()
    {
        var (exitCode, output) = await MorningAsync("--server", demo.Server.GrpcAddress, "--json");

        Assert.True(exitCode == 0, output);
        foreach (var label in (string[])["明确违规", "官方原文", "官方规则", "比对事实", "涉及金额", "可选处置", "毫秒", "处置：", "签署", "计费", "退费", "累计费用"])
            Assert.Contains(label, output);
        using var figures = JsonDocument.Parse(output.Split('\n').Last(line => line.StartsWith('{')));
        Assert.True(figures.RootElement.GetProperty("patients").GetInt32() >= 5, output);
        Assert.True(figures.RootElement.GetProperty("findings").GetInt32() >= 6, output);
        Assert.True(figures.RootElement.GetProperty("refunds").GetInt32() >= 1, output);
    }

    [Fact]
    public async Task A_morning_without_a_server_says_what_to_do()
    {
        var (exitCode, output) = await MorningAsync("--server", $"http://127.0.0.1:{FreePort.Next()}");

        Assert.Equal(2, exitCode);
        Assert.Contains("No OrderCheck answers here", output);
    }

    [Fact]
    public async Task Started_again_on_its_data_the_demo_has_the_same_patients_and_totals()
    {
        using var before = new His(demo.Server.GrpcAddress, "demo");
        var was = await before.DescribeAsync("ZY000150");

        await demo.StartAgainAsync();

        using var after = new His(demo.Server.GrpcAddress, "demo");
        Assert.Equal(was, await after.DescribeAsync("ZY000150"));
        Assert.True(was.ChargeLines >= 5);
    }

    [Fact]
    public async Task Checks_of_many_doctors_at_once_are_all_answered()
    {
        using var his = new His(demo.Server.GrpcAddress, "demo");

        var answers = await Task.WhenAll(Enumerable.Range(1, 100).Select(number =>
            his.CheckAsync($"ZY{number:000000}", Story.Facts.Service("o1", Story.StarterItems.Plain))));

        Assert.All(answers, answer => Assert.Equal(CheckState.Complete, answer.State));
    }

    private static Task<(int ExitCode, string Output)> MorningAsync(params string[] arguments) => ChildProcess.RunAsync(
        "dotnet", [Repository.Built("OrderCheck.Cli", "ordercheck.dll"), "morning", "--rules", Repository.Rules, .. arguments], Patience);

    [GeneratedRegex(@"curl .*?(?<url>http\S+) -d '(?<body>.*?)'", RegexOptions.Singleline)]
    private static partial Regex Example();
}
