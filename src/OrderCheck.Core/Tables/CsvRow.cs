namespace OrderCheck.Core.Tables;

/// <summary>One record of a CSV text, to keep; its fields without blanks around them.</summary>
internal sealed class CsvRow
{
    private readonly (int Line, int Column)[] _places;

    private CsvRow(CsvRecords record)
    {
        Line = record.Line;
        var fields = new string[record.Count];
        _places = new (int, int)[record.Count];
        for (var at = 0; at < fields.Length; at++)
            (fields[at], _places[at]) = (new string(record[at].Trim()), record.Place(at));
        Fields = fields;
    }

    /// <summary>On which it begins, from 1.</summary>
    public int Line { get; }

    public IReadOnlyList<string> Fields { get; }

    /// <summary>Where a field that it has begins.</summary>
    public (int Line, int Column) Place(int field) => _places[field];

    /// <summary>Records that are not empty.</summary>
    /// <param name="bad">Is told where the text stops being CSV; the records before come all the same.</param>
    public static IEnumerable<CsvRow> ReadAll(string text, Action<CsvFormatException>? bad = null)
    {
        var records = new CsvRecords(new StringReader(text));
        while (Next(records, bad))
        {
            if (HasText(records))
                yield return new CsvRow(records);
        }
    }

    private static bool Next(CsvRecords records, Action<CsvFormatException>? bad)
    {
        try
        {
            return records.Next();
        }
        catch (CsvFormatException error) when (bad is not null)
        {
            bad(error);
            return false;
        }
    }

    private static bool HasText(CsvRecords record)
    {
        for (var at = 0; at < record.Count; at++)
        {
            if (!record[at].IsWhiteSpace())
                return true;
        }

        return false;
    }
}
