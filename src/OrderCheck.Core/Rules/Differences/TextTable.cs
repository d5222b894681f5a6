using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Rules.Differences;

/// <summary>A CSV table as text, by column.</summary>
internal sealed record TextTable(string[] Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>The column's place from 0; -1 where the table has none of that name.</summary>
    public int Place(string column) => Array.IndexOf(Columns, column);

    /// <summary>Null is a table that is not there: it has no rows.</summary>
    /// <exception cref="UnreadableFileException">Not CSV, or a row has not as many fields as the header.</exception>
    public static TextTable Read(string path, string? text)
    {
        if (text is null)
            return new TextTable([], []);
        using var reader = new StringReader(text);
        var records = new CsvRecords(reader);
        var rows = new List<string[]>();
        string[]? header = null;
        while (Next(path, records))
        {
            var fields = new string[records.Count];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = records[i].ToString();
            if (header is null)
                header = fields;
            else if (fields.Length == header.Length)
                rows.Add(fields);
            else
                throw new UnreadableFileException(path, records.Line, 1, $"The row has {fields.Length} fields; the header has {header.Length}.");
        }
        return new TextTable(header ?? [], rows);
    }

    /// <summary>The rows with these columns in this order; a column that the table has not is empty.</summary>
    public IEnumerable<string[]> InColumns(IReadOnlyList<string> columns)
    {
        var places = columns.Select(Place).ToArray();
        return Rows.Select(row => Array.ConvertAll(places, place => place < 0 ? "" : row[place]));
    }

    /// <summary>As CSV: line feeds, quotes only where needed.</summary>
    public string ToCsv() => string.Concat(Rows.Prepend(Columns).Select(static row => string.Join(',', row.Select(CsvQuoting.Quoted)) + "\n"));

    private static bool Next(string path, CsvRecords records)
    {
        try
        {
            return records.Next();
        }
        catch (CsvFormatException e)
        {
            throw new UnreadableFileException(path, e.Line, e.Column, e.Message);
        }
    }
}
