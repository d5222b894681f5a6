using OrderCheck.Core.Tables;

namespace OrderCheck.Cli.Csv;

/// <summary>One record of a table, read by column name.</summary>
internal sealed class CsvRow(CsvTable table, IReadOnlyList<CsvField> fields)
{
    public string File => table.File;

    public int Line => fields[0].Line;

    public string this[string column] => Field(column).Text;

    /// <summary>The field with its position.</summary>
    public CsvField Field(string column) => fields[table.IndexOf(column)];
}
