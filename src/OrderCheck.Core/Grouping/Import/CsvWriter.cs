using System.Text;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Grouping.Import;

/// <summary>Writes one CSV table (RFC 4180, line feeds).</summary>
internal sealed class CsvWriter
{
    private readonly StringBuilder _text = new();

    public CsvWriter(params ReadOnlySpan<string> header) => Write(header);

    public void Write(params ReadOnlySpan<string> fields)
    {
        for (var at = 0; at < fields.Length; at++)
        {
            if (at > 0)
                _text.Append(',');
            _text.Append(CsvQuoting.Quoted(fields[at]));
        }
        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();
}
