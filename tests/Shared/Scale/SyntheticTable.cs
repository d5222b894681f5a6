using System.Text;

namespace OrderCheck.Tests.Scale;

/// <summary>Rows behind those that a CSV file has, in the order of its columns.</summary>
internal sealed class SyntheticTable : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly Dictionary<string, int> _columns;
    private readonly string[] _row;

    public SyntheticTable(string path)
    {
        string[] header;
        using (var reader = new StreamReader(path))
            header = reader.ReadLine()!.TrimStart('\uFEFF').Split(',');
        _columns = header.Index().ToDictionary(column => column.Item, column => column.Index);
        _row = new string[header.Length];
        var ends = EndsWithLine(path);
        _writer = new StreamWriter(path, append: true, new UTF8Encoding(false), 1 << 16);
        if (!ends)
            _writer.Write('\n');
    }

    /// <summary>Columns that the file does not have are left out.</summary>
    public string this[string column]
    {
        set
        {
            if (_columns.TryGetValue(column, out var at))
                _row[at] = value;
        }
    }

    public void EndRow()
    {
        for (var at = 0; at < _row.Length; at++)
        {
            if (at > 0)
                _writer.Write(',');
            _writer.Write(_row[at]);
            _row[at] = "";
        }
        _writer.Write('\n');
    }

    public void Dispose() => _writer.Dispose();

    private static bool EndsWithLine(string path)
    {
        using var file = File.OpenRead(path);
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }
}
