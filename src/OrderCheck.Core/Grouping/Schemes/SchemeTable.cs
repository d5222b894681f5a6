using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Grouping.Schemes;

/// <summary>A CSV table with a header; lines that begin with # are remarks, e.g. where the table was taken from.</summary>
internal sealed class SchemeTable
{
    private readonly string _file;
    private readonly List<Fault> _faults;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly IEnumerable<CsvRow> _rows;

    /// <param name="text">Null where the file is absent: then the table is empty.</param>
    public SchemeTable(string file, string? text, List<Fault> faults, params ReadOnlySpan<string> required)
    {
        _file = file;
        _faults = faults;
        var records = CsvRow.ReadAll(text ?? "").Where(row => !row.Fields[0].StartsWith('#'));
        if (text is null)
        {
            _rows = [];
            return;
        }
        var header = records.FirstOrDefault();
        for (var at = 0; at < header?.Fields.Count; at++)
            _columns.TryAdd(header.Fields[at], at);
        foreach (var name in required)
            if (!_columns.ContainsKey(name))
                faults.Add(new Fault(file, header?.Line ?? 1, 0, $"The table has no column '{name}'."));
        _rows = records.Skip(1);
    }

    public IEnumerable<CsvRow> Rows => _columns.Count == 0 ? [] : _rows;

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

    public void Refuse(CsvRow row, string column, string message) =>
        _faults.Add(new Fault(_file, row.Line, ColumnOf(row, column), message));

    /// <summary>A fault inside a field's text, e.g. a rule.</summary>
    public void RefuseInside(CsvRow row, string column, int line, int at, string message)
    {
        var text = Get(row, column);
        // A field with these must have been quoted; the quote shifts it.
        var quoted = text.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? 1 : 0;
        _faults.Add(new Fault(_file, row.Line + line - 1, line == 1 ? ColumnOf(row, column) + quoted + at - 1 : at, message));
    }

    private int ColumnOf(CsvRow row, string column) =>
        _columns.TryGetValue(column, out var at) && at < row.Columns.Count ? row.Columns[at] : 0;
}
