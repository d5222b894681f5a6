using System.Text.Json;
using OrderCheck.Cli.Verbs;
using OrderCheck.Interop.Nhsa;

namespace OrderCheck.Cli.Checks;

/// <summary>A request in a file.</summary>
/// <param name="Line">That it begins on, from 1.</param>
internal sealed record RequestFile(ReadOnlyMemory<byte> Body, int Line)
{
    /// <summary>One request, however many lines it has; or one a line, where the first line is one by itself.</summary>
    public static IEnumerable<RequestFile> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Span.StartsWith("\xEF\xBB\xBF"u8))
            file = file[3..];
        var lines = Lines(file);
        return lines.Count > 1 && IsWhole(lines[0].Body) ? lines : lines.Count == 0 ? [] : [new RequestFile(file, 1)];
    }

    /// <summary>Where in the file the fault is.</summary>
    public BadInputException Locate(string file, NhsaFault fault) =>
        new(file, fault.Line == 0 ? Line : Line + fault.Line - 1, Math.Max(1, fault.Column), fault.Message);

    private static List<RequestFile> Lines(ReadOnlyMemory<byte> file)
    {
        var lines = new List<RequestFile>();
        for (var number = 1; !file.IsEmpty; number++)
        {
            var end = file.Span.IndexOf((byte)'\n');
            var line = end < 0 ? file : file[..end];
            file = end < 0 ? default : file[(end + 1)..];
            if (line.Span.ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r'))
                lines.Add(new RequestFile(line, number));
        }
        return lines;
    }

    /// <summary>Whether it is one JSON value; of texts in another charset the quotes and braces are enough to tell.</summary>
    private static bool IsWhole(ReadOnlyMemory<byte> line)
    {
        var json = new Utf8JsonReader(line.Span, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            while (json.Read())
                _ = json.TokenType;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
