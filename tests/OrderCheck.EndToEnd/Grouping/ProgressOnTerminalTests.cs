using System.Text;
using System.Text.RegularExpressions;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Grouping;

/// <summary>What a person sees who groups a file on a terminal: a real one, made by script.</summary>
public sealed partial class ProgressOnTerminalTests : IDisposable
{
    private const int Cases = 50_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly TemporaryFolder _folder = new();

    public ProgressOnTerminalTests() => File.WriteAllLines(
        _folder["cases.csv"],
        ["case_id,sex,age_years,diagnoses,procedures", .. Enumerable.Range(0, Cases).Select(static n => $"c{n},1,62,I63.900|J18.900,")]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bar_shows_how_far_the_file_is_read_and_is_gone_afterwards()
    {
        var written = await OnTerminalAsync();

        var bars = Bar().Matches(written);
        Assert.NotEmpty(bars);
        Assert.All(bars, static bar => Assert.InRange(int.Parse(bar.Groups["percent"].Value), 0, 100));
        Assert.All(bars, static bar => Assert.InRange(int.Parse(bar.Groups["cases"].Value.Replace(" ", "", StringComparison.Ordinal)), 1, Cases));
        Assert.Equal(bars.Select(static bar => int.Parse(bar.Groups["percent"].Value)).Order(), bars.Select(static bar => int.Parse(bar.Groups["percent"].Value)));
        var screen = Screen(written);
        Assert.Matches($"^{Cases} cases grouped by ", Assert.Single(screen, static line => line.Length > 0));
    }

    [Theory]
    [InlineData("--json", "")]
    [InlineData("", "2>errors")]
    public async Task A_program_or_a_file_gets_no_bar(string option, string redirection)
    {
        var written = await OnTerminalAsync(option, redirection);

        Assert.Contains($"{Cases} cases grouped by ", written);
        Assert.DoesNotContain("%", written);
        if (redirection.Length > 0)
            Assert.Empty(await File.ReadAllBytesAsync(_folder["errors"], TestContext.Current.CancellationToken));
    }

    /// <returns>What the terminal got, as it got it.</returns>
    private async Task<string> OnTerminalAsync(string option = "", string redirection = "")
    {
        var scheme = Path.Combine(Repository.Rules, "grouping", Grouping.Cases.Scheme);
        var tool = Repository.Built("OrderCheck.Cli", "ordercheck.dll");
        var command = $"stty cols 100; exec dotnet '{tool}' group --scheme '{scheme}' --in cases.csv --out groups.csv {option} {redirection}";
        var (exitCode, output) = await ChildProcess.RunAsync("script", ["-qec", command, "written"], Patience, Path.GetDirectoryName(_folder["cases.csv"]));
        Assert.True(exitCode == 0, output);
        var written = await File.ReadAllTextAsync(_folder["written"], TestContext.Current.CancellationToken);
        // script says before and after it when it was written.
        return string.Join('\n', written.Split('\n').Where(static line => !line.StartsWith("Script ", StringComparison.Ordinal)));
    }

    /// <summary>The lines that stand on the terminal in the end: later characters over earlier ones.</summary>
    private static List<string> Screen(string written)
    {
        var lines = new List<StringBuilder> { new() };
        var column = 0;
        foreach (var c in Escape().Replace(written, ""))
        {
            if (c is '\r' or '\n')
                column = 0;
            if (c == '\n')
                lines.Add(new StringBuilder());
            if (char.IsControl(c))
                continue;
            var line = lines[^1];
            line.Length = Math.Max(line.Length, column + 1);
            line[column++] = c;
        }

        return [.. lines.Select(static line => line.ToString().TrimEnd())];
    }

    [GeneratedRegex(@"grouping [█░]{10,40} +(?<percent>\d+) %  (?<cases>[\d ]*\d) cases")]
    private static partial Regex Bar();

    /// <summary>What .NET's console sends a terminal for its own ends.</summary>
    [GeneratedRegex(@"\x1b(\[[0-9;?]*[A-Za-z]|[=>])")]
    private static partial Regex Escape();
}
