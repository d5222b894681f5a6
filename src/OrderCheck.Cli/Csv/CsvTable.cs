using System.Buffers;
using System.Text;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Csv;

/// <summary>A CSV file with a header, wholly read.</summary>
internal sealed class CsvTable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly Dictionary<string, int> _columns = [];

    private CsvTable(string file) => File = file;

    /// <summary>The file's name within its folder.</summary>
    public string File { get; }

    /// <summary>Column names, left to right.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public IReadOnlyList<CsvRow> Rows { get; private set; } = [];

    /// <summary>Reads a file that must have at least these columns.</summary>
    /// <exception cref="BadInputException">No file, not UTF-8, a column is missing or doubled, a record has another number of fields.</exception>
    public static CsvTable Read(string folder, string file, params string[] columns)
    {
        var path = Path.Combine(folder, file);
        if (!System.IO.File.Exists(path))
            throw new BadInputException(path, 0, 0, "There is no such file.");
        return Parse(file, Decode(file, System.IO.File.ReadAllBytes(path)), columns);
    }

    public int IndexOf(string column) => _columns[column];

    internal static CsvTable Parse(string file, string text, params string[] columns)
    {
        var table = new CsvTable(file);
        var scanner = new CsvScanner(file, text);
        var header = scanner.Next() ?? throw new BadInputException(file, 1, 1, $"The file is empty; its header must be {string.Join(',', columns)}.");
        foreach (var field in header)
        {
            if (!table._columns.TryAdd(field.Text, table._columns.Count))
                throw new BadInputException(file, field.Line, field.Column, $"The column '{field.Text}' is there twice.");
        }
        foreach (var column in columns.Where(column => !table._columns.ContainsKey(column)))
            throw new BadInputException(file, 1, 1, $"The column '{column}' is missing.");
        table.Columns = [.. header.Select(field => field.Text)];
        table.Rows = table.ReadRows(scanner, header.Count);
        return table;
    }

    private List<CsvRow> ReadRows(CsvScanner scanner, int width)
    {
        var rows = new List<CsvRow>();
        while (scanner.Next() is { } fields)
        {
            if (fields.Count != width)
            {
                var last = fields[^1];
                throw new BadInputException(File, last.Line, last.Column, $"The row has {fields.Count} fields, its header {width}.");
            }
            rows.Add(new CsvRow(this, fields));
        }
        return rows;
    }

    private static string Decode(string file, byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            var (line, column) = FirstBadByte(bytes);
            throw new BadInputException(file, line, column, "The text is not UTF-8. Save the file as UTF-8.");
        }
    }

    private static (int Line, int Column) FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var (line, column) = (1, 1);
        while (Rune.DecodeFromUtf8(bytes, out var read, out var length) == OperationStatus.Done)
        {
            (line, column) = read.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            bytes = bytes[length..];
        }
        return (line, column);
    }
}
