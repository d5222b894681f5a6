namespace OrderCheck.Core.Hospitals;

/// <summary>One record of a CSV text (RFC 4180), with where each field begins.</summary>
/// <param name="Line">Of the record's first character, from 1.</param>
/// <param name="Columns">Character in its line at which each field begins, from 1.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Fields, IReadOnlyList<int> Columns)
{
    public static IEnumerable<CsvRow> ReadAll(string text)
    {
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        var line = 1;
        var lineStart = at;
        while (at < text.Length)
        {
            var row = new CsvRow(line, new List<string>(), new List<int>());
            do
            {
                ((List<int>)row.Columns).Add(at - lineStart + 1);
                ((List<string>)row.Fields).Add(ReadField(text, ref at, ref line, ref lineStart).Trim());
            }
            while (at < text.Length && text[at++] == ',');
            // What ended the record was a line's end, or the text's.
            if (at < text.Length && text[at - 1] == '\r' && text[at] == '\n')
                at++;
            line++;
            lineStart = at;
            if (row.Fields.Any(field => field.Length > 0))
                yield return row;
        }
    }

    /// <summary>Leaves <paramref name="at"/> on the comma or line's end behind the field.</summary>
    private static string ReadField(string text, ref int at, ref int line, ref int lineStart)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(",\r\n");
            var plain = end < 0 ? text[at..] : text.Substring(at, end);
            at += plain.Length;
            return plain;
        }
        var value = new System.Text.StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 >= text.Length || text[at + 1] != '"'))
            {
                // What stands between a closing quote and the comma is nobody's.
                var end = text.AsSpan(at).IndexOfAny(",\r\n");
                at = end < 0 ? text.Length : at + end;
                break;
            }
            if (text[at] == '"')
                at++;
            value.Append(text[at]);
            if (text[at] == '\n')
            {
                line++;
                lineStart = at + 1;
            }
        }
        return value.ToString();
    }
}
