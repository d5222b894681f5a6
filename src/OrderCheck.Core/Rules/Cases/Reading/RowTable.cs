using System.Text;
using System.Text.Json;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>
/// Rows of a case file as the CSV text that the table's own reader takes, so that a row of a case is checked as a row of the
/// folder is; a fault in the text is told at the value in the case file.
/// </summary>
internal sealed class RowTable
{
    private const string CodeColumn = "_code";

    private readonly JsonMember _table;
    private readonly CaseReading _reading;
    private readonly List<string> _columns;

    /// <summary>Of each line of the text, where its fields begin.</summary>
    private readonly List<int[]> _starts = [];

    private RowTable(JsonMember table, CaseReading reading)
    {
        (_table, _reading) = (table, reading);
        _columns = [.. table.Value.Elements.SelectMany(row => row.Members).Select(member => member.Name).Distinct()];
        Csv = Write();
    }

    /// <summary>As the file is called: sex_limits, prices.</summary>
    public string Name => _table.Name;

    public string Csv { get; }

    /// <summary>The tables under that name: { "sex_limits": [ { "item_code": "甲项目", "sex": "男" } ] }.</summary>
    public static IEnumerable<RowTable> Each(CaseObject more, string name, CaseReading reading)
    {
        var tables = more.Find(name)!;
        if (tables.Kind != JsonTokenType.StartObject)
            reading.Fault(tables, $"'{name}' must be an object: tables with their rows.");
        foreach (var table in tables.Members)
        {
            if (table.Value.Kind != JsonTokenType.StartArray || table.Value.Elements.Count == 0 || table.Value.Elements.Any(row => row.Kind != JsonTokenType.StartObject))
                reading.Fault(table.Value, $"'{table.Name}' must be a list of rows, each an object with the columns of its CSV file.");
            else
                yield return new RowTable(table, reading);
        }
    }

    public void FaultAtName(string message) => _reading.Faults.Add(_reading.Text.FaultAt(_table.At, message));

    /// <summary>A fault of the text, told where the case file has the row.</summary>
    public void Report(Fault fault)
    {
        if (fault.Line < 2 || fault.Line > _starts.Count)
        {
            FaultAtName(fault.Message);
            return;
        }
        var row = _table.Value.Elements[fault.Line - 2];
        var column = Array.FindLastIndex(_starts[fault.Line - 1], start => start <= fault.Column);
        var member = column < 0 ? null : row.Members.FirstOrDefault(member => member.Name == _columns[column]);
        _reading.Fault(member?.Value ?? row, fault.Message);
    }

    private string Write()
    {
        var csv = new StringBuilder();
        WriteLine(csv, _columns);
        foreach (var row in _table.Value.Elements)
            WriteLine(csv, _columns.Select(column => Field(row, column)));
        return csv.ToString();
    }

    private string Field(JsonValue row, string column)
    {
        if (row.Members.FirstOrDefault(member => member.Name == column)?.Value is not { } value)
            return "";
        if (value.Kind is not (JsonTokenType.String or JsonTokenType.Number))
            _reading.Fault(value, $"'{column}' must be a text or a number.");
        // Names are for people: where one stands for a single item of the catalogue, its code is meant.
        return column.EndsWith(CodeColumn, StringComparison.Ordinal) ? _reading.Names.Item(value.Text, out _) ?? value.Text : value.Text;
    }

    private void WriteLine(StringBuilder csv, IEnumerable<string> fields)
    {
        var starts = new List<int>();
        var begin = csv.Length;
        foreach (var field in fields)
        {
            if (starts.Count > 0)
                csv.Append(',');
            starts.Add(csv.Length - begin + 1);
            csv.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ")).Append('"');
        }
        csv.Append('\n');
        _starts.Add([.. starts]);
    }
}
