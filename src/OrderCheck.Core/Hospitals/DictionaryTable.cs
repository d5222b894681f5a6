using System.Globalization;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Hospitals;

/// <summary>A CSV text of a dictionary, row by row; what is wrong with a field goes to the faults with its place.</summary>
internal sealed class DictionaryTable(RuleFile file, ItemCatalogue? catalogue, List<Fault> faults) : IDisposable
{
    private readonly IEnumerator<CsvRow> _rows = CsvRow.ReadAll(file.Text).GetEnumerator();
    private string[] _header = [];

    /// <summary>Whether the row that is read has a fault: it is then left out.</summary>
    public bool RowIsBad { get; private set; }

    /// <summary>Reads the header; false, with faults, where one of the columns is not there.</summary>
    public bool HasColumns(params ReadOnlySpan<string> columns)
    {
        _header = _rows.MoveNext() ? [.. _rows.Current.Fields] : [];
        var complete = true;
        foreach (var column in columns)
        {
            if (!_header.Contains(column))
            {
                faults.Add(new Fault(file.Path, 1, 1, $"Column '{column}' is missing."));
                complete = false;
            }
        }
        return complete;
    }

    public bool Next()
    {
        RowIsBad = false;
        return _rows.MoveNext();
    }

    public string? Optional(string column)
    {
        var index = Array.IndexOf(_header, column);
        var value = index >= 0 && index < _rows.Current.Fields.Count ? _rows.Current.Fields[index] : "";
        return value.Length == 0 ? null : value;
    }

    public string Required(string column)
    {
        if (Optional(column) is { } value)
            return value;
        Fault(column, $"'{column}' is empty.");
        return "";
    }

    /// <summary>A code of the catalogue, where one was given to look at.</summary>
    /// <param name="orAny">'*' stands for every item.</param>
    public string ItemCode(bool orAny = false)
    {
        var code = Required("item_code");
        if (code.Length > 0 && !(orAny && code == "*") && catalogue?.Knows(code) == false)
            Fault("item_code", $"'{code}' is not in the catalogue (catalogue/items.csv).");
        return code;
    }

    /// <summary>Plain decimal text, greater than 0.</summary>
    public decimal Positive(string column)
    {
        var text = Required(column);
        if (RowIsBad)
            return 0;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0)
            return value;
        Fault(column, $"'{column}' is '{text}': a number greater than 0 is needed.");
        return 0;
    }

    /// <summary>yyyy-MM-dd, or empty.</summary>
    public DateOnly? Date(string column)
    {
        if (Optional(column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Fault(column, $"'{column}' is '{text}': a day as yyyy-MM-dd is needed.");
        return null;
    }

    public TValue OneOf<TValue>(string column, IReadOnlyDictionary<string, TValue> allowed)
        where TValue : struct
    {
        var text = Required(column);
        if (allowed.TryGetValue(text, out var value))
            return value;
        if (text.Length > 0)
            Fault(column, $"'{column}' is '{text}': one of {string.Join(", ", allowed.Keys)} is needed.");
        return default;
    }

    public void Fault(string column, string message)
    {
        RowIsBad = true;
        var index = Array.IndexOf(_header, column);
        var row = _rows.Current;
        faults.Add(new Fault(file.Path, row.Line, index >= 0 && index < row.Columns.Count ? row.Columns[index] : 0, message));
    }

    public void Dispose() => _rows.Dispose();
}
