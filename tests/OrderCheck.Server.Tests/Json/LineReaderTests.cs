using System.IO.Pipelines;
using System.Text;
using OrderCheck.Server.Json.Lines;
using Xunit;

namespace OrderCheck.Server.Tests.Json;

public sealed class LineReaderTests
{
    private const int Longest = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a\nb\n", "1 a, 2 b")]
    [InlineData("a\r\nb", "1 a, 2 b")]
    [InlineData("\n\r\n \t\na\n\nb\n\n", "4 a, 6 b")]
    [InlineData("\uFEFFa\n\uFEFFb", "1 a, 2 \uFEFFb")]
    [InlineData("\uFEFF\r\na", "2 a")]
    [InlineData("患者\r\n\r\n病案", "1 患者, 3 病案")]
    [InlineData("a\rb\n", "1 a\rb")]
    [InlineData("12345678901234567890\n12345678901234567890", "1 12345678901234567890, 2 12345678901234567890")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    public async Task Lines_are_the_same_in_whatever_pieces_they_come(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var piece = 1; piece <= bytes.Length + 1; piece++)
        {
            var body = new Pipe();
            var reading = ReadAsync(new LineReader(body.Reader, Longest));
            foreach (var sent in bytes.Chunk(piece))
                await body.Writer.WriteAsync(sent, Token);
            await body.Writer.CompleteAsync();

            Assert.Equal(expected, string.Join(", ", await reading));
        }
    }

    [Theory]
    [InlineData("a\n123456789012345678901\nb\n", 2)]
    [InlineData("123456789012345678901", 1)]
    public async Task A_line_that_is_too_long_is_found_before_it_ends(string text, int line)
    {
        var body = new Pipe();
        var reader = new LineReader(body.Reader, Longest);
        var reading = ReadAsync(reader);
        foreach (var sent in Encoding.UTF8.GetBytes(text).Chunk(1))
            await body.Writer.WriteAsync(sent, Token);

        // The body has not ended.
        await Assert.ThrowsAsync<LineTooLongException>(() => reading);
        Assert.Equal(line, reader.Number);
    }

    [Fact]
    public async Task A_line_that_has_come_is_read_though_the_next_has_not()
    {
        var body = new Pipe();
        var reader = new LineReader(body.Reader, Longest);
        await body.Writer.WriteAsync("a\nb\nc"u8.ToArray(), Token);

        Assert.True(reader.NextAsync(Token).AsTask().IsCompletedSuccessfully);
        Assert.True(reader.NextAsync(Token).AsTask().IsCompletedSuccessfully);
        Assert.False(reader.NextAsync(Token).AsTask().IsCompleted);
    }

    private static async Task<List<string>> ReadAsync(LineReader reader)
    {
        var lines = new List<string>();
        while (await reader.NextAsync(Token) is { } line)
            lines.Add($"{reader.Number} {Encoding.UTF8.GetString(line)}");
        return lines;
    }
}
