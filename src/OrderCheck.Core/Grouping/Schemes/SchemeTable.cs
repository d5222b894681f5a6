using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Grouping.Schemes;

/// <summary>A CSV table with a header; lines that begin with # are remarks, e.g. where the table was taken from.</summary>
internal sealed class SchemeTable
{
    private readonly string _file;
    private readonly List<Fault> _faults;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly IEnumerable<CsvRow> _records = [];
    private bool _broken;

    /// <param name="text">Null where the file is absent: then the table is empty.</param>
    public SchemeTable(string file, string? text, List<Fault> faults, params ReadOnlySpan<string> required)
    {
        _file = file;
        _faults = faults;
        if (text is null)
            return;
        _records = CsvRow.ReadAll(text, Break).Where(row => !row.Fields[0].StartsWith('#'));
        var header = _records.FirstOrDefault();
        for (var at = 0; at < header?.Fields.Count; at++)
            _columns.TryAdd(header.Fields[at], at);
        foreach (var name in required)
            if (!_columns.ContainsKey(name))
                faults.Add(new Fault(file, header?.Line ?? 1, 0, $"The table has no column '{name}'."));
    }

    public IEnumerable<CsvRow> Rows => _records.Skip(1);

    /// <summary>Empty where the row or the table does not have it.</summary>
    public string Get(CsvRow row, string column) =>
        _columns.TryGetValue(column, out var at) && at < row.Fields.Count ? row.Fields[at] : "";

    public int GetNumber(CsvRow row, string column)
    {
        var text = Get(row, column);
        if (int.TryParse(text, out var number))
            return number;
        Refuse(row, column, $"'{text}' is no whole number.");
        return 0;
    }

    public void Refuse(CsvRow row, string column, string message)
    {
        var (line, at) = PlaceOf(row, column);
        _faults.Add(new Fault(_file, line, at, message));
    }

    /// <summary>A fault inside a field's text, e.g. a rule.</summary>
    public void RefuseInside(CsvRow row, string column, int line, int at, string message)
    {
        var text = Get(row, column);
        // A field with these must have been quoted; the quote shifts it.
        var quoted = text.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? 1 : 0;
        var (begins, first) = PlaceOf(row, column);
        _faults.Add(new Fault(_file, begins + line - 1, line == 1 ? first + quoted + at - 1 : at, message));
    }

    /// <summary>The row where it has no such field.</summary>
    private (int Line, int Column) PlaceOf(CsvRow row, string column) =>
        _columns.TryGetValue(column, out var at) && at < row.Fields.Count ? row.Place(at) : (row.Line, 0);

    /// <summary>Once, however often the rows are read.</summary>
    private void Break(CsvFormatException bad)
    {
        if (!_broken)
            _faults.Add(new Fault(_file, bad.Line, bad.Column, bad.Message));
        _broken = true;
    }
}
