using Xunit;

namespace OrderCheck.Cli.Tests.Grouping;

public sealed class GroupTests
{
    private const string Header = "case_id,sex,age_years,age_days,birth_weight_g,los_days,diagnoses,procedures\n";

    [Fact]
    public async Task Each_case_gets_a_line_with_its_group_and_the_reason()
    {
        var groups = await GroupAsync(Header + """
            1,1,60,,,5,G01|J96,01.1
            2,1,60,,,5,G01,01.1
            3,1,60,,,,G01.1,02.2
            "a,4",1,60,,,5,G02|J96,
            5,1,60,,,5,Z99,
            6,1,60,,,5,nonsense|J96,
            7,1,60,,,5,,
            8,,60,,,5,N40,
            """, "qyEnabled=on", "unmatchedInMdc=X00");

        Assert.Equal(
        [
            "case_id,mdc,adrg,drg,reason",
            "1,MDCB,BB1,BB11,grouped",
            "2,MDCB,BB1,BB15,grouped",
            "3,MDCB,BQY,BQY,QY: no group of MDCB takes principal diagnosis G01.1 with principal procedure 02.2; clinical-edition diagnosis G01.1 read as G01",
            "\"a,4\",MDCB,B00,B00,X00: no group of MDCB takes principal diagnosis G02",
            "5,0000,0000,0000,0000: a grey code is principal diagnosis: Z99; grey diagnosis Z99",
            "6,0000,0000,0000,0000: no code table has principal diagnosis nonsense; unknown diagnosis nonsense",
            "7,0000,0000,0000,0000: there is no principal diagnosis",
            "8,0000,0000,0000,\"0000: a rule asks for sex, which the case does not have; principal diagnosis N40\"",
        ],
        groups);
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_others_are_passed_over() =>
        Assert.Equal("x,MDCB,BB1,BB15,grouped", (await GroupAsync("\uFEFFprocedures,note,diagnoses,age_years,sex,case_id\r\n01.1,\"a \"\"b\"\"\nc\",G01,60,1,x\r\n"))[1]);

    [Theory]
    [InlineData("1,3,60,,,5,G01,\n", 2, 3, "sex '3' is none of 1")]
    [InlineData("1,1,60,,,5,G01,\n2,1,old,,,5,G01,\n", 3, 5, "age_years 'old' is no whole number")]
    [InlineData("1,1,60,,,-1,G01,\n", 2, 10, "los_days '-1'")]
    [InlineData("1,1,60\n", 2, 7, "only 3 fields")]
    [InlineData("1,1,60,,,5,\"G01,\n", 2, 12, "never closed")]
    [InlineData("1,1,60,,,5,\"G01\"x,\n", 2, 17, "must follow a closing quote")]
    public async Task A_bad_row_is_bad_input_with_line_and_column_and_no_table_is_left(string rows, int line, int column, string message)
    {
        using var scratch = new Scratch();
        var run = await RunAsync(scratch, Header + rows);

        Assert.Equal(2, run.Code);
        Assert.Contains($"cases.csv:{line}:{column}: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(scratch.Folder, "groups.csv*"));
    }

    [Fact]
    public async Task A_table_without_a_needed_column_is_bad_input()
    {
        using var scratch = new Scratch();
        var run = await RunAsync(scratch, "case_id,sex,age_years,diagnoses\n");

        Assert.Equal(2, run.Code);
        Assert.Contains("There is no column procedures.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_scheme_is_bad_input()
    {
        using var scratch = new Scratch();
        var cases = scratch.Write("cases.csv", Header);

        var run = await ToolRun.OfAsync("group", "--scheme", scratch.Folder, "--in", cases, "--out", scratch["groups.csv"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("import drg-scheme", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_line_counts_the_cases_by_how_they_ended()
    {
        using var scratch = new Scratch();
        var run = await RunAsync(scratch, Header + "1,1,60,,,5,G01,\n2,1,60,,,5,Z99,\n");

        Assert.Equal((2, 1, 1), (Count(run, "cases"), Count(run, "grouped"), Count(run, "ungrouped")));
        Assert.Equal(1, run.Json.GetProperty("ungrouped_causes").GetProperty("PrincipalDiagnosisGrey").GetInt32());
    }

    private static int Count(ToolRun run, string name) => run.Json.GetProperty(name).GetInt32();

    private static async Task<string[]> GroupAsync(string cases, params string[] settings)
    {
        using var scratch = new Scratch();
        var run = await RunAsync(scratch, cases, settings);
        Assert.Equal((0, ""), (run.Code, run.Errors));
        return await File.ReadAllLinesAsync(scratch["groups.csv"], TestContext.Current.CancellationToken);
    }

    private static async Task<ToolRun> RunAsync(Scratch scratch, string cases, params string[] settings)
    {
        var import = await ToolRun.OfAsync(
            ["import", "drg-scheme", "--from", MadeUpTables.Write(scratch), "--to", scratch["scheme"], .. settings.SelectMany(setting => new[] { "--set", setting })]);
        Assert.Equal(0, import.Code);
        return await ToolRun.OfAsync(
            "group", "--scheme", scratch["scheme"], "--in", scratch.Write("cases.csv", cases), "--out", scratch["groups.csv"], "--json");
    }
}
