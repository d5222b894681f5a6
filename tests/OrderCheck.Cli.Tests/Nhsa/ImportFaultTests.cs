using OrderCheck.Cli.Csv;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

public sealed class ImportFaultTests
{
    private const string Drug = "XA01AAA001A001010100001";

    [Fact]
    public async Task A_missing_folder_is_bad_input()
    {
        using var place = new TemporaryFolder();

        var run = await ImportAsync(place.At("none"), place.At("to"));

        Assert.Equal(2, run.Code);
        Assert.Contains("no such folder", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.At("to")));
    }

    [Fact]
    public async Task A_missing_column_is_bad_input_with_its_file_and_line()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Done().File("knowledge_point_codes.csv", "kp_id,code");

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal(2, run.Code);
        Assert.StartsWith("knowledge_point_codes.csv:1:1: The column 'med_code' is missing.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_too_few_fields_is_bad_input_at_its_line()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Done().File("knowledge_point_codes.csv", "kp_id,med_code", "KP-1");

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal(2, run.Code);
        Assert.StartsWith("knowledge_point_codes.csv:2:1: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_bad_input_at_its_line_and_column()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Done();
        File.WriteAllBytes(Path.Combine(published.Path, "knowledge_point_codes.csv"), [.. "kp_id,med_code\n药,"u8, 0xC4, 0xE3]);

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal(2, run.Code);
        Assert.StartsWith("knowledge_point_codes.csv:2:3: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_within_a_character_is_told_as_such()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Done();
        File.WriteAllBytes(Path.Combine(published.Path, "knowledge_point_codes.csv"), [.. "kp_id,med_code\n"u8, .. "药"u8[..2]]);

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal(2, run.Code);
        Assert.StartsWith("knowledge_point_codes.csv:2:1: The file ends within a character: it was cut off.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_no_table_is_told_in_one_run_and_nothing_is_written()
    {
        using var place = new TemporaryFolder();
        using var list = new DrugListFolder().Row("nrdl2024_bid.csv", "竞价药品部分,XB01AB");
        using var published = new PublishedFolder().Done()
            .File("knowledge_point_codes.csv", "kp_id,med_code", "KP-1", $"KP-2,{Drug}", "KP-3,X,Y")
            .File("service_period_limits_b8.csv", "item_code,max_count")
            .File("repeat_charge_pairs_b7.csv", "seq,window,main_name,main_code,other_name,other_code,note", "1,\"单日");
        File.Delete(Path.Combine(published.Path, "structured_limits_b1_b8.csv"));
        File.WriteAllBytes(Path.Combine(published.Path, "service_frequency_limits_b8.csv"), [0xC4, 0xE3]);
        File.WriteAllText(place.At("codes.csv"), "drug_code,generic_name\nXA01,甲\nXA02,乙\n");
        File.WriteAllBytes(place.At("terms.csv"), [.. "term,use\n"u8, 0xC4, 0xE3]);

        var run = await ToolRun.OfAsync(
            "import", "nhsa-knowledge", "--from", published.Path, "--drug-list", list.Path, "--drug-codes", place.At("codes.csv"), "--terms", place.At("terms.csv"),
            "--to", place.At("to"), "--json");

        Assert.Equal(2, run.Code);
        string[] places =
        [
            "knowledge_point_codes.csv:2:1: The row has 1 fields", "knowledge_point_codes.csv:4:8: The row has 3 fields", "structured_limits_b1_b8.csv: There is no such file.",
            "repeat_charge_pairs_b7.csv:2:3: A quote is opened", "service_frequency_limits_b8.csv:1:1: The text is not UTF-8", "service_period_limits_b8.csv:1:1: The column 'period_days' is missing.",
            "nrdl2024_bid.csv:2:8: The row has 2 fields", "codes.csv:2:1: 'XA01' is no drug's code", "codes.csv:3:1: 'XA02' is no drug's code", "terms.csv:2:1: The text is not UTF-8",
        ];
        var told = run.Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(places.Length, told.Length);
        Assert.All(places.Zip(told), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(places.Length, run.Json.GetProperty("faults").GetArrayLength());
        Assert.False(Directory.Exists(place.At("to")));
    }

    [Fact]
    public async Task Codes_for_no_point_and_codes_given_twice_are_rejected_and_all_else_is_imported()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug).Done()
            .File("knowledge_point_codes.csv", "kp_id,med_code", $"KP-8,{Drug}", $"KP-1,{Drug}", $"KP-9,{Drug}", $"KP-1,{Drug}");

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((1, 1, 1, 0, 3), (run.Code, Figure(run, "points"), Figure(run, "executable"), Figure(run, "rejected"), Figure(run, "rejected_rows")));
        Assert.Contains("rejected row: knowledge_point_codes.csv:2:1: 'KP-8': the kp_id of a point", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected row: knowledge_point_codes.csv:4:1: 'KP-9': the kp_id of a point", run.Output, StringComparison.Ordinal);
        Assert.Contains($"rejected row: knowledge_point_codes.csv:5:6: '{Drug}': a code that the point has not yet; line 3 gives it this one", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(place.At("to", "knowledge", "insurance_limits.csv")).Length);
    }

    [Fact]
    public async Task Of_points_with_one_id_none_is_taken_and_all_others_are_imported()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder()
            .Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug)
            .Point("KP-2", "药品限工伤保险", "乙", "限工伤保险", "XA01AAA002A001010100001")
            .Point("KP-1", "药品限生育保险", "甲", "限生育保险", "")
            .Point("", "药品限生育保险", "丙", "限生育保险", "")
            .Done();

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((1, 4, 1, 3), (run.Code, Figure(run, "points"), Figure(run, "executable"), Figure(run, "rejected")));
        Assert.Contains("rejected: knowledge_points.csv:2:1: 'KP-1': an id of one point only; line 4 has it, too", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected: knowledge_points.csv:4:1: 'KP-1': an id of one point only; line 2 has it, too", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected: knowledge_points.csv:5:1: '': the point's id", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("XA01AAA002A001010100001,乙,", Assert.Single(File.ReadAllLines(place.At("to", "knowledge", "insurance_limits.csv"))[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_limits_that_no_point_asks_for_are_told()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug).Done()
            .File("structured_limits_b1_b8.csv", "rule_name,item_kind,item_name,item_code,limit_value,note,batch", "药品区分性别使用,drug,乙,,男,,1", "药品限支付疗程,drug,乙,,14天,,1")
            .File("repeat_charge_pairs_b7.csv", "seq,window,main_name,main_code,other_name,other_code,note", "1,单日,甲,001102000040000,乙,001102000050000,")
            .File("service_frequency_limits_b8.csv", "seq,item_name,limit_qty,limit_unit,item_code", $"1,甲,1,日,{Drug}")
            .File("service_period_limits_b8.csv", "seq,item_name,max_count,period_days,note,item_code", "1,甲,1,7,,001102000040000");

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((1, 0, 4), (run.Code, Figure(run, "rejected"), Figure(run, "rejected_rows")));
        Assert.Contains("structured_limits_b1_b8.csv:2:15: '乙': the item of a point of this rule", run.Output, StringComparison.Ordinal);
        Assert.Contains("repeat_charge_pairs_b7.csv:2:8: '001102000040000': a code that a point of 医疗服务项目重复收费 has beside 001102000050000", run.Output, StringComparison.Ordinal);
        Assert.Contains($"service_frequency_limits_b8.csv:2:9: '{Drug}': the code of a point of 医疗服务项目限定频次", run.Output, StringComparison.Ordinal);
        Assert.Contains("service_period_limits_b8.csv:2:10: '001102000040000': the code of a point of 医疗服务项目周期超频次", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_of_a_rejected_limit_is_not_the_items()
    {
        const string Service = "001102000040000";
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder()
            .Point("KP-1", "医疗服务项目限定频次", "甲", "限", Service)
            .Point("KP-2", "医疗服务项目儿童专用", "甲", "新生儿专用项目", Service)
            .Done().File("service_frequency_limits_b8.csv", "seq,item_name,limit_qty,limit_unit,item_code", $"1,甲,1,周,{Service}");

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((1, 1, 1), (run.Code, Figure(run, "executable"), Figure(run, "rejected")));
        Assert.Equal("", Assert.Single(CsvTable.Read(place.At("to", "catalogue"), "items.csv", "item_code", "unit").Rows)["unit"]);
    }

    [Fact]
    public async Task More_rejections_than_are_shown_are_all_there_for_a_program()
    {
        using var place = new TemporaryFolder();
        var published = new PublishedFolder();
        foreach (var number in Enumerable.Range(1, 60))
            published.Point($"KP-{number}", "药品限工伤保险", "甲", "限工伤保险", "X12");
        using var tables = published.Done();

        var run = await ImportAsync(tables.Path, place.At("to"));

        Assert.Contains("rejected: 10 more; --json has them all", run.Output, StringComparison.Ordinal);
        var last = run.Json.GetProperty("rejections").EnumerateArray().Last();
        Assert.Equal((60, 61, "X12"), (run.Json.GetProperty("rejections").GetArrayLength(), last.GetProperty("line").GetInt32(), last.GetProperty("value").GetString()));
    }

    [Theory]
    [InlineData(
        "医疗服务项目限定频次", "service_frequency_limits_b8.csv",
        "seq,item_name,limit_qty,limit_unit,item_code", "1,甲,1,日,001102000040000", "2,甲,2,日,001102000040000", ":3:5: '2': '1', as line 2 says of the same")]
    [InlineData(
        "医疗服务项目周期超频次", "service_period_limits_b8.csv",
        "seq,item_name,max_count,period_days,note,item_code", "1,甲,1,7,,001102000040000", "2,甲,1,15,,001102000040000", ":3:7: '15': '7', as line 2 says of the same")]
    public async Task A_limit_that_its_table_gives_twice_and_differently_is_rejected_and_never_the_first_of_them_in_silence(
        string rule, string table, string header, string first, string second, string place)
    {
        using var to = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", rule, "甲", "限", "001102000040000").Done().File(table, header, first, second);

        var run = await ImportAsync(published.Path, to.At("to"));

        Assert.Contains($"{table}{place}", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
    }

    [Theory]
    [InlineData("001103000010000", "001102000030000", "单次就诊", ":3:3: '单次就诊': '单日', as line 2 says of the same")]
    [InlineData("001102000030000", "001103000010000", "单日", ":3:8: '001102000030000': '001103000010000', as line 2 says of the same")]
    public async Task A_pair_that_is_given_twice_and_differently_is_rejected(string main, string other, string window, string place)
    {
        const string Table = "repeat_charge_pairs_b7.csv";
        using var to = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", "医疗服务项目重复收费", "甲", "", "001103000010000", codes: 2).Done()
            .File(Table, "seq,window,main_name,main_code,other_name,other_code,note", "1,单日,甲,001103000010000,乙,001102000030000,", $"2,{window},甲,{main},乙,{other},");
        File.AppendAllLines(Path.Combine(published.Path, "knowledge_point_codes.csv"), ["KP-1,001102000030000"]);

        var run = await ImportAsync(published.Path, to.At("to"));

        Assert.Contains($"rejected: {Table}{place}", run.Output, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1), (run.Code, Figure(run, "executable"), Figure(run, "rejected")));
        Assert.Single(File.ReadAllLines(to.At("to", "knowledge", "exclusive_pairs.csv")));
    }

    [Theory]
    [InlineData("男", "女", ":3:18: '女': '男', as line 2 says of the same")]
    [InlineData("男性", "男性", ":2:18: '男性': 男 or 女")]
    public async Task A_sex_that_is_given_twice_and_differently_or_is_none_is_rejected(string first, string second, string place)
    {
        const string Table = "structured_limits_b1_b8.csv";
        using var to = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", "药品区分性别使用", "甲", "用于男性。", Drug).Done()
            .File(Table, "rule_name,item_kind,item_name,item_code,limit_value,note,batch", $"药品区分性别使用,drug,甲,,{first},,1", $"药品区分性别使用,drug,甲,,{second},,1");

        var run = await ImportAsync(published.Path, to.At("to"));

        Assert.Contains($"rejected: {Table}{place}", run.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (run.Code, Figure(run, "rejected")));
    }

    [Fact]
    public async Task A_point_that_cannot_be_used_is_rejected_with_its_place_and_the_others_are_imported()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder()
            .Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug)
            .Point("KP-2", "药品限支付疗程", "乙", "限急性期", "XA01AAA002A001010100001", logic: "使用药品的日期总计超过限制天数")
            .Point("KP-3", "药品限工伤保险", "丙", "限工伤保险", "X12")
            .Point("KP-4", "药品限工伤保险", "丁", "限工伤保险", "XA01AAA003A001010100001", published: "2026-13-06")
            .Done();

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal(1, run.Code);
        Assert.Equal((4, 1, 3), (Figure(run, "points"), Figure(run, "executable"), Figure(run, "rejected")));
        Assert.Contains("rejected: knowledge_points.csv:3:32: '限急性期': a sentence that says 不超过", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected: knowledge_point_codes.csv:4:6: 'X12': X and 22 more", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected: knowledge_points.csv:5:19: '2026-13-06': a date as yyyy-MM-dd", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(place.At("to", "knowledge", "insurance_limits.csv")).Length);
    }

    [Fact]
    public async Task A_superseded_point_ends_the_day_before_its_successor()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder()
            .Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug, published: "2025-07-30", rest: ",1")
            .Point("KP-2", "药品限工伤保险", "甲", "限工伤保险", Drug, published: "2026-01-28", rest: "KP-1,0")
            .Done();

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((0, 1, 1), (run.Code, Figure(run, "superseded"), Figure(run, "executable")));
        var rows = File.ReadAllLines(place.At("to", "knowledge", "insurance_limits.csv"));
        Assert.StartsWith($"{Drug},甲,工伤,2025-07-30,2026-01-27,", rows[1], StringComparison.Ordinal);
        Assert.StartsWith($"{Drug},甲,工伤,2026-01-28,,", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_marked_as_superseded_by_none_is_rejected()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug, rest: ",1").Done();

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((1, 1), (run.Code, Figure(run, "rejected")));
        Assert.Contains("no point of the table supersedes this one", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_new_to_the_program_stays_text()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", "药品限满月使用", "甲", "限满月。", Drug).Done();

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal((0, 1), (run.Code, Figure(run, "text")));
        Assert.Contains("药品限满月使用: a rule that this version does not know yet", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_other_things_is_not_replaced()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place.At("letter.txt"), "mine");
        using var published = new PublishedFolder().Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug).Done();

        var run = await ImportAsync(published.Path, place.Path);

        Assert.Equal(2, run.Code);
        Assert.Equal("mine", File.ReadAllText(place.At("letter.txt")));
    }

    [Fact]
    public async Task A_failed_import_leaves_the_folder_of_the_last_one()
    {
        using var place = new TemporaryFolder();
        using var published = new PublishedFolder().Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug).Done();
        await ImportAsync(published.Path, place.At("to"));
        var before = File.ReadAllText(place.At("to", "knowledge", "insurance_limits.csv"));
        published.File("knowledge_points.csv", "kp_id");

        var run = await ImportAsync(published.Path, place.At("to"));

        Assert.Equal(2, run.Code);
        Assert.Equal(before, File.ReadAllText(place.At("to", "knowledge", "insurance_limits.csv")));
        Assert.Equal([place.At("to")], Directory.GetFileSystemEntries(place.Path));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_said_plainly()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place.At("file"), "");
        using var published = new PublishedFolder().Point("KP-1", "药品限工伤保险", "甲", "限工伤保险", Drug).Done();

        var run = await ImportAsync(published.Path, place.At("file", "to"));

        Assert.Equal(2, run.Code);
        Assert.StartsWith("A file can't be read or written: ", run.Errors, StringComparison.Ordinal);
        Assert.True(run.Json.TryGetProperty("error", out _));
    }

    private static Task<ToolRun> ImportAsync(string from, string to) => ToolRun.OfAsync("import", "nhsa-knowledge", "--from", from, "--to", to, "--json");

    private static int Figure(ToolRun run, string name) => run.Json.GetProperty(name).GetInt32();
}
