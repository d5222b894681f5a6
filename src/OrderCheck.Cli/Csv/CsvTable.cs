using System.Buffers;
using System.Text;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Tables;

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
        try
        {
            table.Read(new CsvRecords(new StringReader(text)), columns);
            return table;
        }
        catch (CsvFormatException bad)
        {
            throw new BadInputException(file, bad.Line, bad.Column, bad.Message);
        }
    }

    private void Read(CsvRecords records, string[] columns)
    {
        if (!records.Next())
            throw new BadInputException(File, 1, 1, $"The file is empty; its header must be {string.Join(',', columns)}.");
        var header = records.ToFields();
        foreach (var field in header)
        {
            if (!_columns.TryAdd(field.Text, _columns.Count))
                throw new BadInputException(File, field.Line, field.Column, $"The column '{field.Text}' is there twice.");
        }
        foreach (var column in columns.Where(column => !_columns.ContainsKey(column)))
            throw new BadInputException(File, 1, 1, $"The column '{column}' is missing.");
        Columns = [.. header.Select(field => field.Text)];
        Rows = ReadRows(records);
    }

    private List<CsvRow> ReadRows(CsvRecords records)
    {
        var rows = new List<CsvRow>();
        while (records.Next())
        {
            if (records.Count != Columns.Count)
            {
                var (line, column) = records.Place(records.Count - 1);
                throw new BadInputException(File, line, column, $"The row has {records.Count} fields, its header {Columns.Count}.");
            }
            rows.Add(new CsvRow(this, records.ToFields()));
        }
        return rows;
    }

    private static string Decode(string file, byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
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
