using OrderCheck.Core.Tables;
using Xunit;

namespace OrderCheck.Core.Tests.Tables;

public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1:1 a|1:3 b / 2:1 1|2:3 2")]
    [InlineData("a,b\r\n1,2", "1:1 a|1:3 b / 2:1 1|2:3 2")]
    [InlineData("a,b\r1,2\r", "1:1 a|1:3 b / 2:1 1|2:3 2")]
    [InlineData("\uFEFFa,\uFEFFb\n", "1:1 a|1:3 \uFEFFb")]
    [InlineData("\n \t\r\n\na,b\n\n", "4:1 a|4:3 b")]
    [InlineData(",\n,,\n", "1:1 |1:2  / 2:1 |2:2 |2:3 ")]
    [InlineData(" a , b \n", "1:1  a |1:5  b ")]
    [InlineData("\"a,\"\"b\"\"\",c\n", "1:1 a,\"b\"|1:11 c")]
    [InlineData("x,\"two\nlines\",y,\"\r\n\",z\nlast", "1:1 x|1:3 two\nlines|2:8 y|2:10 \r\n|3:3 z / 4:1 last")]
    [InlineData("5\" wide,a\"b\n", "1:1 5\" wide|1:9 a\"b")]
    [InlineData("\"\",\"\"", "1:1 |1:4 ")]
    [InlineData("医保,\"编码\",x", "1:1 医保|1:4 编码|1:9 x")]
    [InlineData("", "")]
    public void Each_field_comes_with_its_line_and_column_in_whatever_pieces_the_text_comes(string text, string expected)
    {
        for (var piece = 1; piece <= text.Length + 1; piece++)
            Assert.Equal(expected, string.Join(" / ", Read(new PiecewiseReader(text, piece))));
    }

    [Theory]
    [InlineData("a,b\n1,\"2\n3", 2, 3, "never closed")]
    [InlineData("a,\"", 1, 3, "never closed")]
    [InlineData("a,b\n\"1\n2\"x,3\n", 3, 3, "must follow a closing quote")]
    [InlineData("\"1\" ,3\n", 1, 4, "must follow a closing quote")]
    public void What_is_no_CSV_is_refused_at_its_line_and_column(string text, int line, int column, string message)
    {
        for (var piece = 1; piece <= text.Length + 1; piece++)
        {
            var bad = Assert.Throws<CsvFormatException>(() => Read(new PiecewiseReader(text, piece)));
            Assert.Equal((line, column), (bad.Line, bad.Column));
            Assert.Contains(message, bad.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_record_that_never_ends_is_refused_where_it_begins()
    {
        var bad = Assert.Throws<CsvFormatException>(() => Read(new StringReader("a\n\"" + new string('x', 2_000_000))));

        Assert.Equal(2, bad.Line);
        Assert.Contains("Is a quote open?", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_a_record_does_not_have_is_empty_and_lies_at_its_end()
    {
        var records = new CsvRecords(new StringReader("a,b,c\n1,23\n"));
        Assert.True(records.Next() && records.Next());

        Assert.True(records[2].IsEmpty);
        Assert.Equal((2, 5), records.Place(2));
    }

    [Fact]
    public void A_record_has_as_many_fields_as_it_likes()
    {
        var records = new CsvRecords(new StringReader(string.Join(',', Enumerable.Range(0, 1_000))));

        Assert.True(records.Next());
        Assert.Equal(Enumerable.Range(0, 1_000).Select(static n => $"{n}"), records.ToFields().Select(static field => field.Text));
    }

    [Fact]
    public void Records_one_after_another_take_no_memory()
    {
        var text = string.Concat(Enumerable.Repeat("c1,1,62,,,9,I63.900|J18.900,\"47.0100|51.2300\"\n", 10_000));
        var least = long.MaxValue;
        // The first rounds pay for what is made once: compiled code.
        for (var round = 0; round < 20 && least > 0; round++)
        {
            var records = new CsvRecords(new StringReader(text));
            Assert.True(records.Next());
            var before = GC.GetAllocatedBytesForCurrentThread();
            while (records.Next())
                ;
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static List<string> Read(TextReader text)
    {
        var records = new CsvRecords(text);
        var read = new List<string>();
        while (records.Next())
            read.Add(string.Join('|', records.ToFields().Select(static field => $"{field.Line}:{field.Column} {field.Text}")));
        return read;
    }

    /// <summary>Hands out so many characters at a time at most.</summary>
    private sealed class PiecewiseReader(string text, int most) : StringReader(text)
    {
        public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, Math.Min(most, count));
    }
}
