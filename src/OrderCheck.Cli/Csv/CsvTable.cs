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
    private readonly InputFaults _faults = new();

    private CsvTable(string file) => File = file;

    /// <summary>The file's name within its folder.</summary>
    public string File { get; }

    /// <summary>Column names, left to right.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public IReadOnlyList<CsvRow> Rows { get; private set; } = [];

    /// <summary>Reads a file that must have at least these columns.</summary>
    /// <exception cref="BadInputException">No file, not UTF-8, a column is missing or doubled, records have another number of fields: all of it.</exception>
    public static CsvTable Read(string folder, string file, params string[] columns)
    {
        var path = Path.Combine(folder, file);
        if (!System.IO.File.Exists(path))
            throw new BadInputException(path, 0, 0, "There is no such file.");
        return Parse(file, ReadText(path, file), columns);
    }

    /// <summary>The text of a file, which must be UTF-8; without a byte order mark.</summary>
    /// <param name="name">What its fault calls the file.</param>
    /// <exception cref="BadInputException">Not UTF-8, such as the GBK of a spreadsheet: read as UTF-8 it would name nothing.</exception>
    public static string ReadText(string path, string name) => Decode(name, System.IO.File.ReadAllBytes(path)).TrimStart('\uFEFF');

    public int IndexOf(string column) => _columns[column];

    internal static CsvTable Parse(string file, string text, params string[] columns)
    {
        var table = new CsvTable(file);
        try
        {
            table.Read(new CsvRecords(new StringReader(text)), columns);
        }
        catch (CsvFormatException bad)
        {
            table.Fault(bad.Line, bad.Column, bad.Message);
        }
        table._faults.ThrowIfAny();
        return table;
    }

    private void Read(CsvRecords records, string[] columns)
    {
        if (!records.Next())
            throw new BadInputException(File, 1, 1, $"The file is empty; its header must be {string.Join(',', columns)}.");
        var header = records.ToFields();
        foreach (var field in header)
        {
            if (!_columns.TryAdd(field.Text, _columns.Count))
                Fault(field.Line, field.Column, $"The column '{field.Text}' is there twice.");
        }
        foreach (var column in columns.Where(column => !_columns.ContainsKey(column)))
            Fault(1, 1, $"The column '{column}' is missing.");
        // Rows under a wrong header would all be wrong, too.
        _faults.ThrowIfAny();
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
                Fault(line, column, $"The row has {records.Count} fields, its header {Columns.Count}.");
                continue;
            }
            rows.Add(new CsvRow(this, records.ToFields()));
        }
        return rows;
    }

    private void Fault(int line, int column, string message) => _faults.Add(new InputFault(File, line, column, message));

    private static string Decode(string file, byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException([FirstBadByte(file, bytes)]);
        }
    }

    private static InputFault FirstBadByte(string file, ReadOnlySpan<byte> bytes)
    {
        var (line, column) = (1, 1);
        OperationStatus status;
        while ((status = Rune.DecodeFromUtf8(bytes, out var read, out var length)) == OperationStatus.Done)
        {
            (line, column) = read.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            bytes = bytes[length..];
        }
        return new InputFault(file, line, column, status == OperationStatus.NeedMoreData
            ? "The file ends within a character: it was cut off. Fetch it again."
            : "The text is not UTF-8. Save the file as UTF-8.");
    }
}
