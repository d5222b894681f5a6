using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Cases;
using OrderCheck.Ledger.Releases;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>What an import writes brings its cases: those of the rules, and some of the published rows themselves.</summary>
public sealed class ImportedCaseTests(Imported imported)
{
    private const string Published = "cases/published.json";

    /// <summary>Of each family that has published rows, the rule that they are of.</summary>
    private static readonly string[] OfPublishedRows =
    [
        "item-for-the-other-sex", "item-outside-age", "insurance-does-not-pay", "facility-of-another-level", "visit-of-another-kind", "more-than-allowed-on-a-day",
        "more-than-allowed-in-a-period", "course-days-in-a-stay", "charged-together",
    ];

    [Fact]
    public async Task The_folder_is_complete_and_its_cases_hold()
    {
        Imported.SkipWithoutTables();

        var run = await ToolRun.OfAsync("rules", "test", imported.Folder, "--json");

        Assert.True(run.Code == 0, run.Output);
        Assert.Equal((0, 0), (run.Json.GetProperty("failed").GetInt32(), run.Json.GetProperty("incomplete").GetInt32()));
    }

    [Fact]
    public void Published_rows_must_speak_let_pass_and_hold_on_the_boundary()
    {
        Imported.SkipWithoutTables();

        var cases = Cases(imported.Folder).Cases.Where(written => written.File == Published).ToList();

        Assert.Equal(OfPublishedRows, cases.SelectMany(written => written.Shows.Keys).Distinct());
        foreach (var rule in OfPublishedRows)
            Assert.Equal([CaseKind.Fires, CaseKind.Passes, CaseKind.Boundary], cases.Where(written => written.Shows.ContainsKey(rule)).Select(written => written.Shows[rule]));
        Assert.All(cases, written => Assert.Empty(CaseRunner.Run(written).Failures));
    }

    [Theory]
    [InlineData(14)]
    [InlineData(18)]
    public async Task A_few_points_bring_cases_of_their_own_with_the_childs_age_that_was_asked_for(int childAge)
    {
        using var tables = new PublishedFolder()
            .Point("KP-1", "药品区分性别使用", "甲药", "限男性。", "XA01AAA001A001010100001", logic: "与限定性别不符")
            .Point("KP-2", "药品儿童专用", "乙药", "儿童用药", "XA01AAA002A001010100002")
            .Done();
        using var to = new TemporaryFolder();
        var folder = to.At("release");

        var import = await ToolRun.OfAsync("import", "nhsa-knowledge", "--from", tables.Path, "--to", folder, "--child-age", $"{childAge}");
        var test = await ToolRun.OfAsync("rules", "test", folder, "--json");

        Assert.True(import.Code == 0, import.Output);
        Assert.True(test.Code == 0, test.Output);
        Assert.Equal(6, Cases(folder).Cases.Count(written => written.File == Published));
        Assert.Contains(Cases(folder).Cases, written => written.Name == $"乙药：限儿童，患者{childAge - 1}岁，未满{childAge}周岁");
    }

    [Fact]
    public async Task A_fault_in_a_beds_table_is_told_where_it_is()
    {
        Imported.SkipWithoutTables();
        using var folder = TemporaryFolder.CopyOf(imported.Folder);
        File.AppendAllText(folder.At("cases", "bed", "knowledge", "sex_limits.csv"), "no-such-item,甲,人,2026-01-01,,,,,,,示例\n");

        var run = await ToolRun.OfAsync("rules", "test", folder.Path, "--json");

        Assert.Equal(2, run.Code);
        Assert.Contains(folder.At("cases", "bed", "knowledge", "sex_limits.csv") + ":", run.Output, StringComparison.Ordinal);
    }

    private static CaseSet Cases(string folder)
    {
        var read = RuleFolderReader.Read(folder);
        return CaseSet.Read(read, ReleaseBuilder.Build(read, number: 1).Release!);
    }
}
