using System.Text;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Csv;

/// <summary>
/// Splits RFC 4180 text into records while keeping each field's line and column, which is what people need who must repair
/// a table of thousands of rows.
/// </summary>
internal sealed class CsvScanner(string file, string text)
{
    private int _at;
    private int _line = 1;
    private int _column = 1;

    /// <summary>The next record, or null at the end. Empty lines are passed over.</summary>
    public IReadOnlyList<CsvField>? Next()
    {
        while (_at < text.Length && text[_at] is '\n' or '\r')
            Advance();
        if (_at >= text.Length)
            return null;
        var fields = new List<CsvField> { ReadField() };
        while (_at < text.Length && text[_at] == ',')
        {
            Advance();
            fields.Add(ReadField());
        }
        return fields;
    }

    private CsvField ReadField()
    {
        var (line, column) = (_line, _column);
        var value = _at < text.Length && text[_at] == '"' ? ReadQuoted(line, column) : ReadPlain();
        if (_at < text.Length && text[_at] is not (',' or '\n' or '\r'))
            throw new BadInputException(file, _line, _column, $"'{text[_at]}' after a closing quote; a comma or the line's end must follow.");
        return new CsvField(value, line, column);
    }

    private string ReadPlain()
    {
        var start = _at;
        while (_at < text.Length && text[_at] is not (',' or '\n' or '\r'))
            Advance();
        return text[start.._at];
    }

    private string ReadQuoted(int line, int column)
    {
        var value = new StringBuilder();
        Advance();
        while (_at < text.Length)
        {
            var read = text[_at];
            Advance();
            if (read != '"')
            {
                value.Append(read);
                continue;
            }
            if (_at >= text.Length || text[_at] != '"')
                return value.ToString();
            value.Append('"');
            Advance();
        }
        throw new BadInputException(file, line, column, "A quote is opened here and never closed.");
    }

    private void Advance()
    {
        if (text[_at] == '\n')
            (_line, _column) = (_line + 1, 1);
        else
            _column++;
        _at++;
    }
}
