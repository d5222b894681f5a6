using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Verbs;
using Xunit;

namespace OrderCheck.Cli.Tests.Csv;

public sealed class CsvTableTests
{
    [Fact]
    public void A_quoted_field_may_hold_commas_quotes_and_line_ends()
    {
        var table = CsvTable.Parse("t.csv", "a,b\n\"x,\"\"y\"\"\nz\",2\n3,4\n");

        Assert.Equal("x,\"y\"\nz", table.Rows[0]["a"]);
        Assert.Equal((4, 3), (table.Rows[1].Field("b").Line, table.Rows[1].Field("b").Column));
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_reported_where_it_opens()
    {
        var bad = Assert.Throws<BadInputException>(() => CsvTable.Parse("t.csv", "a,b\n1,\"2\n"));

        Assert.Equal(("t.csv", 2, 3), (bad.File, bad.Line, bad.Column));
    }

    [Fact]
    public void Windows_line_ends_and_an_empty_last_line_are_read()
    {
        var table = CsvTable.Parse("t.csv", "a,b\r\n1,\r\n\r\n");

        Assert.Equal(["1", ""], [table.Rows[0]["a"], table.Rows[0]["b"]]);
        Assert.Single(table.Rows);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var text = new CsvText("a", "b");
        text.Add("x,y", "he said \"no\"");

        var row = CsvTable.Parse("t.csv", text.ToString()).Rows[0];

        Assert.Equal(("x,y", "he said \"no\""), (row["a"], row["b"]));
    }
}
