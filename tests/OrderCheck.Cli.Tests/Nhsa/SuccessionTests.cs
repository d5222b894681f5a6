using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>What a later publication does to what an earlier one said of the same item.</summary>
public sealed class SuccessionTests
{
    private const string Drug = "XA01AAA001A001010100001";
    private const string Course = "药品限支付疗程";
    private const string Days = "使用药品的日期总计超过限制天数";

    [Fact]
    public async Task A_later_limit_of_the_same_rule_and_item_takes_over_without_naming_the_earlier_point()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder()
            .Point("KP-1", Course, "甲", "支付不超过14天", Drug, published: "2026-01-06", logic: Days)
            .Point("KP-2", Course, "甲", "支付不超过7天", Drug, published: "2026-06-29", logic: Days)
            .Done();

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((0, 2), (run.Code, Figure(run, "executable")));
        var rows = Rows(place, "course_limits.csv");
        Assert.StartsWith($"{Drug},甲,14,,,单次住院,,2026-01-06,2026-06-28,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith($"{Drug},甲,7,,,单次住院,,2026-06-29,,", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_another_rule_takes_over_from_none()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder()
            .Point("KP-1", Course, "甲", "支付不超过14天", Drug, published: "2026-01-06", logic: Days)
            .Point("KP-2", "药品限工伤保险", "甲", "限工伤保险", Drug, published: "2026-06-29")
            .Done();

        await ImportAsync(published.Path, place.At("to"));

        Assert.Contains(",2026-01-06,,", Assert.Single(Rows(place, "course_limits.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_pair_or_incision_group_takes_over_from_its_like_alone()
    {
        var (first, second, third) = ("001103000010000", "001102000030000", "001109000010000");
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder()
            .Point("KP-1", "医疗服务项目重复收费", "甲", "", first, published: "2026-01-06")
            .Point("KP-2", "医疗服务项目重复收费", "甲", "", first, published: "2026-06-29")
            .Point("KP-3", "手术项目未按规定折价收费", "丁", "直肠手术组", "003313030120000", published: "2026-01-06")
            .Point("KP-4", "手术项目未按规定折价收费", "丁", "经腹手术组", "003313030120000", published: "2026-06-29")
            .File("repeat_charge_pairs_b7.csv", "seq,window,main_name,main_code,other_name,other_code,note", $"1,单日,甲,{first},乙,{second},", $"2,单日,甲,{first},丙,{third},")
            .Done();
        File.AppendAllLines(Path.Combine(published.Path, "knowledge_point_codes.csv"), [$"KP-1,{second}", $"KP-2,{third}"]);

        await ImportAsync(published.Path, place.At("to"));

        Assert.All([.. Rows(place, "exclusive_pairs.csv"), .. Rows(place, "incision_groups.csv")], row => Assert.Contains(",,GZ,", row, StringComparison.Ordinal));
        Assert.Equal((2, 2), (Rows(place, "exclusive_pairs.csv").Length, Rows(place, "incision_groups.csv").Length));
    }

    [Fact]
    public async Task Two_sentences_of_one_day_about_one_item_are_both_kept()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder()
            .Point("KP-1", "药品限二线使用", "乙", "限二线用药。", Drug)
            .Point("KP-2", "药品限二线使用", "乙", "限甲失效后的二线用药。", Drug)
            .Done();

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((0, 2, 2), (run.Code, Figure(run, "text"), Rows(place, "texts.csv").Length));
    }

    [Theory]
    [InlineData("2026-06-31", Drug)]
    [InlineData("2026-06-29", "X123")]
    public async Task What_a_rejected_point_would_have_replaced_stays_in_force(string published, string code)
    {
        using var place = new TemporaryFolder();
        using var tables = new PublishedFolder()
            .Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug, published: "2025-07-30", rest: ",1")
            .Point("KP-2", "药品限工伤保险", "甲", "限工伤保险", code, published: published, rest: "KP-1,0")
            .Done();

        var run = await ImportAsync(tables.Path, place.At("to"));

        Assert.Equal((1, 2, 0, 1, 1), (run.Code, Figure(run, "points"), Figure(run, "superseded"), Figure(run, "executable"), Figure(run, "rejected")));
        Assert.StartsWith($"{Drug},甲,工伤,2025-07-30,,", Assert.Single(Rows(place, "insurance_limits.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_whose_predecessor_cannot_be_read_is_in_force_all_the_same()
    {
        using var place = new TemporaryFolder();
        using var tables = new PublishedFolder()
            .Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug, published: "2025-07-32", rest: ",1")
            .Point("KP-2", "药品限工伤保险", "甲", "限工伤保险", Drug, published: "2026-01-28", rest: "KP-1,0")
            .Done();

        var run = await ImportAsync(tables.Path, place.At("to"));

        Assert.Equal((1, 1, 1), (run.Code, Figure(run, "executable"), Figure(run, "rejected")));
        Assert.StartsWith($"{Drug},甲,工伤,2026-01-28,,", Assert.Single(Rows(place, "insurance_limits.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_codes_that_was_cut_off_is_told_by_the_points_own_count()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug, codes: 75).Done();

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((0, 1), (run.Code, Figure(run, "other_counts")));
        Assert.Contains("incomplete?: knowledge_points.csv:2:39: '75': knowledge_point_codes.csv has 1 codes of this point", run.Output, StringComparison.Ordinal);
    }

    private static Task<ToolRun> ImportAsync(string from, string to) => ToolRun.OfAsync("import", "nhsa-knowledge", "--from", from, "--to", to, "--json");

    private static int Figure(ToolRun run, string name) => run.Json.GetProperty(name).GetInt32();

    private static string[] Rows(TemporaryFolder place, string table) => File.ReadAllLines(place.At("to", "knowledge", table))[1..];
}
