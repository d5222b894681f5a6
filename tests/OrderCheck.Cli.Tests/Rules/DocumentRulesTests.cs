using Xunit;

namespace OrderCheck.Cli.Tests.Rules;

public sealed class DocumentRulesTests
{
    /// <summary>Fails where code or rules have changed since: run 'ordercheck rules document rules --write'.</summary>
    [Fact]
    public async Task The_projects_own_pages_are_what_code_and_rules_say()
    {
        var run = await ToolRun.OfAsync("rules", "document", Repository.Rules, "--json");

        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(0, run.Json.GetProperty("stale").GetInt32());
    }

    [Fact]
    public async Task The_pages_name_every_fact_every_kind_and_each_of_the_88_rules_once()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Rules, "README.md"), TestContext.Current.CancellationToken);
        var coverage = await File.ReadAllLinesAsync(Path.Combine(Repository.Rules, "coverage.md"), TestContext.Current.CancellationToken);

        Assert.All(OrderCheck.Core.Rules.Vocabulary.RuleVocabulary.Entries, entry => Assert.Contains($"`{entry.Name}", readme, StringComparison.Ordinal));
        Assert.All(OrderCheck.Core.Knowledge.KnowledgeKinds.All, kind => Assert.Contains($"### `{OrderCheck.Core.Knowledge.KnowledgeKinds.NameOf(kind)}.csv`", readme, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 88), coverage.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim()).Where(cell => int.TryParse(cell, out _)).Select(int.Parse));
    }

    [Fact]
    public async Task A_stale_page_is_told_of_and_written_anew()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        var file = folder.At("payment", "sex.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("67 81 87", "67 81", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var stale = await ToolRun.OfAsync("rules", "document", folder.Path);
        Assert.Equal(1, stale.Code);
        Assert.Contains(folder.At("coverage.md") + ": stale", stale.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await ToolRun.OfAsync("rules", "document", folder.Path, "--write")).Code);
        Assert.Equal(0, (await ToolRun.OfAsync("rules", "document", folder.Path)).Code);
        Assert.Contains("| 87 | 医用耗材与性别不符 | | | | 尚无规则 |", await File.ReadAllTextAsync(folder.At("coverage.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_readme_without_the_marks_is_bad_input()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        await File.WriteAllTextAsync(folder.At("README.md"), "# 规则\n", TestContext.Current.CancellationToken);

        var run = await ToolRun.OfAsync("rules", "document", folder.Path);

        Assert.Equal(2, run.Code);
        Assert.Contains("lacks the lines", run.Errors, StringComparison.Ordinal);
    }
}
