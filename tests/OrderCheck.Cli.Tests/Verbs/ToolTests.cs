using OrderCheck.Cli.Verbs;
using Xunit;

namespace OrderCheck.Cli.Tests.Verbs;

public sealed class ToolTests
{
    [Fact]
    public async Task An_unknown_verb_is_bad_input()
    {
        var run = await ToolRun.OfAsync("frobnicate");

        Assert.Equal(2, run.Code);
        Assert.Contains("frobnicate", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_verbs_are_called_by_the_same_words()
    {
        var paths = Tool.FindVerbs().Select(verb => verb.Path).ToList();

        Assert.Equal(paths.Distinct(StringComparer.Ordinal), paths);
    }

    [Fact]
    public async Task Each_verbs_help_shows_its_examples_and_the_json_option()
    {
        foreach (var verb in Tool.FindVerbs())
        {
            var run = await ToolRun.OfAsync([.. verb.Path.Split(' '), "--help"]);

            Assert.Equal(0, run.Code);
            Assert.Contains("--json", run.Output, StringComparison.Ordinal);
            Assert.NotEmpty(verb.Examples);
            Assert.All(verb.Examples, example => Assert.Contains("ordercheck " + example, run.Output, StringComparison.Ordinal));
        }
    }
}
