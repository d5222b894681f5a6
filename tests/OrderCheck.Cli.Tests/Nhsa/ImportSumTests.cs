using System.Text.Json;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>Every published point becomes exactly one of four things; the numbers were counted in the tables by hand.</summary>
public sealed class ImportSumTests(Imported imported)
{
    [Fact]
    public void The_four_fates_add_up_to_the_points()
    {
        Imported.SkipWithoutTables();

        Assert.Equal(0, imported.Run.Code);
        Assert.Equal(
            (3899, 397, 3359, 143, 0),
            (Figure("points"), Figure("superseded"), Figure("executable"), Figure("text"), Figure("rejected")));
        Assert.Equal(30264, Figure("codes"));
    }

    [Theory]
    [InlineData("药品区分性别使用", 484, 156, 0)]
    [InlineData("医疗服务项目区分性别使用", 390, 0, 1)]
    [InlineData("药品儿童专用", 271, 95, 0)]
    [InlineData("药品限儿童使用", 14, 10, 0)]
    [InlineData("医疗服务项目儿童专用", 30, 0, 0)]
    [InlineData("药品限工伤保险", 9, 9, 0)]
    [InlineData("药品限生育保险", 3, 3, 0)]
    [InlineData("药品限就医方式", 42, 34, 0)]
    [InlineData("药品限医疗机构级别", 62, 61, 0)]
    [InlineData("药品限支付疗程", 30, 29, 0)]
    [InlineData("医疗服务项目重复收费", 900, 0, 0)]
    [InlineData("医疗服务项目限定频次", 67, 0, 0)]
    [InlineData("医疗服务项目限年龄", 1, 0, 0)]
    [InlineData("医疗服务项目限支付疗程", 11, 0, 0)]
    [InlineData("医疗服务项目周期超频次", 14, 0, 0)]
    [InlineData("超互联网医院药品支付范围", 22, 0, 0)]
    [InlineData("中药饮片单方使用不予支付", 116, 0, 0)]
    [InlineData("中药饮片单复方均不予支付", 37, 0, 0)]
    [InlineData("手术项目未按规定折价收费", 378, 0, 0)]
    [InlineData("药品限二线使用", 0, 0, 110)]
    [InlineData("药品限适应症", 478, 0, 32)]
    public void Each_rules_points_are_executable_but_for_what_is_prose(string rule, int executable, int superseded, int text)
    {
        Imported.SkipWithoutTables();

        var fates = imported.Figures.GetProperty("classes").GetProperty(rule);

        Assert.Equal((executable, superseded, text, 0), (Of(fates, "executable"), Of(fates, "superseded"), Of(fates, "text"), Of(fates, "rejected")));
    }

    [Fact]
    public void Every_point_that_is_not_prose_is_executable()
    {
        Imported.SkipWithoutTables();

        var classes = imported.Figures.GetProperty("classes").EnumerateObject().Where(rule => rule.Name is not ("药品限适应症" or "药品限二线使用")).ToList();

        Assert.Equal(19, classes.Count);
        Assert.All(classes, rule => Assert.Equal(0, Of(rule.Value, "rejected")));
        // The one text is a note without items on how the rule is to be read.
        Assert.Equal(["医疗服务项目区分性别使用"], classes.Where(rule => Of(rule.Value, "text") > 0).Select(rule => rule.Name));
        Assert.Equal(1, classes.Sum(rule => Of(rule.Value, "text")));
    }

    [Fact]
    public void What_stays_prose_is_counted_with_its_reason()
    {
        Imported.SkipWithoutTables();

        var reasons = imported.Figures.GetProperty("reasons").EnumerateArray().ToList();

        Assert.Equal(Figure("text"), reasons.Sum(reason => reason.GetProperty("points").GetInt32()));
        Assert.Equal(110, reasons.Where(reason => reason.GetProperty("why").GetString() == "the sentence names no first line").Sum(reason => reason.GetProperty("points").GetInt32()));
        Assert.Equal(32, reasons.Where(reason => reason.GetProperty("why").GetString()!.StartsWith("one of its cases is no diagnosis", StringComparison.Ordinal)).Sum(reason => reason.GetProperty("points").GetInt32()));
    }

    [Fact]
    public async Task The_folder_is_valid()
    {
        Imported.SkipWithoutTables();

        var run = await ToolRun.OfAsync("rules", "validate", imported.Folder, "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(19800, run.Json.GetProperty("items").GetInt32());
    }

    [Fact]
    public async Task The_same_tables_make_the_same_bytes()
    {
        Imported.SkipWithoutTables();
        using var other = new TemporaryFolder();

        await ToolRun.OfAsync("import", "nhsa-knowledge", "--from", Repository.PublishedTables!, "--to", other.At("release"));
        await ToolRun.OfAsync("import", "nhsa-knowledge", "--from", Repository.PublishedTables!, "--to", other.At("release"));

        var files = Directory.GetFiles(imported.Folder, "*", SearchOption.AllDirectories);
        Assert.Equal(files.Length, Directory.GetFiles(other.At("release"), "*", SearchOption.AllDirectories).Length);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(other.At("release", Path.GetRelativePath(imported.Folder, file)))));
    }

    [Fact]
    public void Every_code_of_an_executable_point_has_a_row()
    {
        Imported.SkipWithoutTables();

        // A pair's two codes share one row, the note's point has none, one point makes two rows.
        Assert.Equal(30264 - 900 + 1, Figure("rows"));
    }

    private int Figure(string name) => imported.Figures.GetProperty(name).GetInt32();

    private static int Of(JsonElement fates, string name) => fates.GetProperty(name).GetInt32();
}
