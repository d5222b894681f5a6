using System.Text;
using CsvHelper;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Tables;

/// <summary>
/// Reads a CSV file with a header row by row; the columns may stand in any order. What is wrong becomes faults with line and
/// column, and reading goes on: a user wants all of them at once.
/// </summary>
public sealed class CsvTable : IDisposable
{
    /// <summary>No official sentence comes near; a longer field is a lost quotation mark.</summary>
    public const int LongestField = 8_000;

    private readonly CsvReader? _reader;
    private readonly PackedRow? _packed;
    private readonly List<Fault> _faults;
    private readonly Dictionary<string, int> _positions;

    private CsvTable(RuleFile file, List<Fault> faults)
    {
        File = file.Path;
        _faults = faults;
        _positions = [];
        var text = WithoutMark(file.Utf8);
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            // The rows stay in memory, and most of their texts are said many times.
            PoolStrings = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => ReportMalformed(text.Span, record),
        });
    }

    private CsvTable(PackedHeader header, PackedRow row) => (File, _positions, _packed, _faults) = (header.File, header.Positions, row, []);

    public string File { get; }

    /// <summary>The line that the current row begins on, from 1.</summary>
    public int Line => _reader is null ? 0 : (int)_reader.LineNumber;

    /// <summary>What the rows of the table are read again by.</summary>
    internal PackedHeader Header => new(File, _positions);

    /// <summary>Null where there is no usable header.</summary>
    public static CsvTable? Open(RuleFile file, IReadOnlyList<CsvColumn> columns, List<Fault> faults)
    {
        var table = new CsvTable(file, faults);
        if (table.ReadHeader(columns))
            return table;
        table.Dispose();
        return null;
    }

    /// <summary>A row that was read and found good once, to be read again.</summary>
    internal static CsvTable Of(PackedHeader header, PackedRow row) => new(header, row);

    /// <summary>The next row that has as many fields as the header; rows that have not are reported and left out.</summary>
    public bool Next()
    {
        while (_reader!.Read())
        {
            Courtesy.Pause();
            if (_reader.FieldCount != _positions.Count)
                _faults.Add(new Fault(File, Line, 1, $"The row has {_reader.FieldCount} fields; the header has {_positions.Count}."));
            else if (CheckLengths())
                return true;
        }
        return false;
    }

    /// <summary>The field's text; null where it is empty or the file has no such column.</summary>
    public string? Text(string column)
    {
        if (!_positions.TryGetValue(column, out var position))
            return null;
        Asked?.Add(position);
        if (_reader is null)
            return _packed!.Text(position);
        return _reader.GetString(position) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Takes the fields that texts are asked of; null: nobody wants to know.</summary>
    internal HashSet<int>? Asked { get; set; }

    /// <summary>Where the column stands; -1 where the file has no such column.</summary>
    internal int Position(string column) => _positions.GetValueOrDefault(column, -1);

    /// <summary>How many fields the row has.</summary>
    internal int Width => _positions.Count;

    /// <summary>A field of the row that is read from the file, as it stands there without its quotes.</summary>
    internal ReadOnlySpan<byte> Utf8(int position) => _reader!.GetSpan(position);

    /// <summary>A fault at the field, or at the row where the file has no such column.</summary>
    public void Fault(string column, string message)
    {
        var (lines, place) = _positions.TryGetValue(column, out var position) ? Place(position) : (0, 1);
        _faults.Add(new Fault(File, Line + lines, place, $"{column}: {message}"));
    }

    public void Dispose() => _reader?.Dispose();

    private bool ReadHeader(IReadOnlyList<CsvColumn> columns)
    {
        if (!_reader!.Read())
        {
            _faults.Add(new Fault(File, 1, 1, $"The file is empty. Its header may have: {Names(columns)}."));
            return false;
        }
        var before = _faults.Count;
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            var name = _reader.GetString(i);
            if (!columns.Any(column => column.Name == name))
                _faults.Add(new Fault(File, Line, Place(i).Column, $"There is no column '{name}'. The header may have: {Names(columns)}."));
            else if (!_positions.TryAdd(name, i))
                _faults.Add(new Fault(File, Line, Place(i).Column, $"The column '{name}' is there twice."));
        }
        foreach (var column in columns.Where(column => column.Required && !_positions.ContainsKey(column.Name)))
            _faults.Add(new Fault(File, Line, 1, $"The header lacks the column '{column.Name}'."));
        return _faults.Count == before;
    }

    private bool CheckLengths()
    {
        for (var i = 0; i < _reader!.FieldCount; i++)
        {
            // Bytes are never fewer than characters: only a field that may be too long is made a string.
            if (_reader.GetSpan(i).Length <= LongestField || _reader.GetString(i).Length is var length && length <= LongestField)
                continue;
            var (lines, column) = Place(i);
            _faults.Add(new Fault(File, Line + lines, column, $"The field has {length} characters; at most {LongestField} are allowed."));
            return false;
        }
        return true;
    }

    /// <summary>Where a field begins: lines after the row's first, and the column from 1.</summary>
    private (int Lines, int Column) Place(int position)
    {
        var (lines, column) = (0, 1);
        for (var i = 0; i < position; i++)
        {
            var raw = _reader!.GetRawSpan(i);
            var lastLine = raw.LastIndexOf((byte)'\n');
            lines += raw.Count((byte)'\n');
            column = (lastLine < 0 ? column : 1) + Encoding.UTF8.GetCharCount(raw[(lastLine + 1)..]) + 1;
        }
        return (lines, column);
    }

    private void ReportMalformed(ReadOnlySpan<byte> text, CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            _faults.Add(new Fault(File, (int)record.LineNumber, 1, "A quotation mark in this row is never closed."));
            return;
        }
        var before = text[..(int)Math.Min(record.ByteOffset, text.Length)];
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        _faults.Add(new Fault(File, before.Count((byte)'\n') + 1, column, $"A quotation mark is out of place here ({record.Reason})."));
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text)
    {
        while (text.Span.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        return text;
    }

    private static string Names(IReadOnlyList<CsvColumn> columns) => string.Join(", ", columns.Select(column => column.Name));
}
