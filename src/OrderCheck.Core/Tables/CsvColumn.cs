namespace OrderCheck.Core.Tables;

/// <summary>A column that a table may have.</summary>
/// <param name="Required">The header must name it.</param>
public readonly record struct CsvColumn(string Name, bool Required)
{
    public static CsvColumn Must(string name) => new(name, true);

    public static CsvColumn May(string name) => new(name, false);
}
