using System.Text;
using OrderCheck.Core.Tables;

namespace OrderCheck.Cli.Csv;

/// <summary>Builds a CSV file: UTF-8, line feeds, quotes only where needed, so that equal content is equal to the byte.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();

    public CsvText(params IEnumerable<string> header) => Add(header);

    public int Rows { get; private set; } = -1;

    public void Add(params IEnumerable<string> fields)
    {
        _text.AppendJoin(',', fields.Select(CsvQuoting.Quoted)).Append('\n');
        Rows++;
    }

    public override string ToString() => _text.ToString();
}
