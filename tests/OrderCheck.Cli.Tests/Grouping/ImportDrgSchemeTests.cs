using Xunit;

namespace OrderCheck.Cli.Tests.Grouping;

public sealed class ImportDrgSchemeTests
{
    [Fact]
    public async Task Tables_become_a_scheme_with_counts_and_a_warning_for_codes_in_no_code_table()
    {
        using var scratch = new Scratch();
        var run = await ToolRun.OfAsync("import", "drg-scheme", "--from", MadeUpTables.Write(scratch), "--to", scratch["scheme"], "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal((4, 4, 5), (run.Json.GetProperty("mdc").GetInt32(), run.Json.GetProperty("adrg").GetInt32(), run.Json.GetProperty("drg").GetInt32()));
        Assert.Equal(1, run.Json.GetProperty("codes_in_no_table").GetInt32());
        Assert.Contains("1 codes of the scheme are in no code table", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qyEnabled=maybe", "qyEnabled can't be 'maybe'; it is on or off")]
    [InlineData("qyEnabled", "is not NAME=VALUE")]
    [InlineData("colour=red", "There is no switch 'colour'")]
    public async Task A_wrong_switch_is_bad_input_and_nothing_is_written(string setting, string message)
    {
        using var scratch = new Scratch();
        var run = await ToolRun.OfAsync(
            "import", "drg-scheme", "--from", MadeUpTables.Write(scratch), "--to", scratch["scheme"], "--set", setting);

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch["scheme"]));
    }

    [Fact]
    public async Task A_rule_that_does_not_read_is_bad_input_with_file_line_and_column()
    {
        using var scratch = new Scratch();
        var tables = MadeUpTables.Write(scratch);
        var rules = File.ReadAllText(Path.Combine(tables, "adrg.csv"));
        File.WriteAllText(Path.Combine(tables, "adrg.csv"), rules.Replace("ZYZD in DI_BR1", "ZYZD un DI_BR1", StringComparison.Ordinal));

        var run = await ToolRun.OfAsync("import", "drg-scheme", "--from", tables, "--to", scratch["scheme"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("adrg.csv:3:37: 'un' stands where", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_table_is_named()
    {
        using var scratch = new Scratch();
        File.Delete(Path.Combine(MadeUpTables.Write(scratch), "mcc.csv"));

        var run = await ToolRun.OfAsync("import", "drg-scheme", "--from", scratch["tables"], "--to", scratch["scheme"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("mcc.csv: This table is missing.", run.Errors, StringComparison.Ordinal);
    }
}
