namespace OrderCheck.Core.Tables;

/// <summary>
/// Rows of CSV tables as bytes: of each field the number of its text, in as few bytes as it takes, so that an empty field is one.
/// Dates, amounts and words are texts that recur, and take one to three. Written by one thread, then read by many.
/// </summary>
/// <param name="cited">Other tables say the texts again, as they say the catalogue's names: all are looked up.</param>
/// <param name="ways">For each column of a table what knows its texts better than a search among all of them; null where nothing does.</param>
internal sealed class PackedRows(TextPool texts, bool cited, Func<CsvTable, TextNumber?[]> ways)
{
    private const int ChunkSize = TextPool.ChunkSize;
    private const int LongestNumber = 5;

    /// <summary>So many texts of a column are looked up before it is left alone.</summary>
    private const int Tried = 4_096;

    private readonly List<byte[]> _chunks = [];
    private readonly List<int> _starts = [];
    private int _used = ChunkSize;
    private CsvTable? _of;
    private (int Texts, int New)[] _columns = [];
    private TextNumber?[] _ways = [];
    private int[] _read = [];

    public int Count => _starts.Count;

    /// <summary>What they take in memory, without their texts.</summary>
    public long Bytes => ((long)_chunks.Count * ChunkSize) + (sizeof(int) * (long)_starts.Capacity);

    /// <summary>Makes room for so many more.</summary>
    public void Expect(int more) => _starts.EnsureCapacity(_starts.Count + more);

    /// <summary>Numbers the texts of the row that the table is at, field by field, -1 where one is empty; good until the next is read.</summary>
    public ReadOnlySpan<int> Read(CsvTable table)
    {
        if (_of != table)
            (_of, _columns, _ways, _read) = (table, new (int, int)[table.Width], ways(table), [.. Enumerable.Repeat(-1, table.Width)]);
        for (var field = 0; field < _read.Length; field++)
        {
            var text = table.Utf8(field);
            _read[field] = text.IsEmpty ? -1 : Number(field, text);
        }
        return _read;
    }

    /// <summary>What was <see cref="Read"/> last.</summary>
    public ReadOnlySpan<int> LastRead => _read;

    /// <summary>Keeps the row that was read last.</summary>
    /// <returns>Its number, from 0.</returns>
    public int Keep()
    {
        if (_used + (_read.Length * LongestNumber) > ChunkSize)
        {
            _chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkSize));
            _used = 0;
        }
        _starts.Add(((_chunks.Count - 1) * ChunkSize) + _used);
        foreach (var number in _read)
            Write((uint)(number + 1));
        return _starts.Count - 1;
    }

    /// <summary>The numbers of a row's texts, as <see cref="Read"/> gave them.</summary>
    public void ReadInto(Span<int> fields, int row)
    {
        var at = _chunks[_starts[row] / ChunkSize].AsSpan(_starts[row] % ChunkSize);
        for (var field = 0; field < fields.Length; field++)
            fields[field] = Next(ref at);
    }

    /// <summary>The number of one field's text; -1 where it is empty.</summary>
    public int TextOf(int row, int field)
    {
        var at = _chunks[_starts[row] / ChunkSize].AsSpan(_starts[row] % ChunkSize);
        for (var before = 0; before < field; before++)
            Next(ref at);
        return Next(ref at);
    }

    public void Seal()
    {
        _starts.TrimExcess();
        (_of, _columns, _ways, _read) = (null, [], [], []);
    }

    /// <summary>
    /// A column that said something else in every row so far, such as a point's id, goes on like that: looking its texts up would cost more than
    /// the few that might be found.
    /// </summary>
    private int Number(int field, ReadOnlySpan<byte> text)
    {
        ref var column = ref _columns[field];
        // Columns such as a batch or a source often say what the row before says.
        if (_read[field] >= 0 && texts.Utf8(_read[field]).SequenceEqual(text))
        {
            column.Texts++;
            return _read[field];
        }
        if (_ways[field] is { } way && way(text) is >= 0 and var found)
            return found;
        if (!cited && column.Texts >= Tried && column.Texts == column.New)
            return texts.AddAnew(text);
        var before = texts.Count;
        var number = texts.Add(text);
        column.Texts++;
        column.New += number == before ? 1 : 0;
        return number;
    }

    private void Write(uint number)
    {
        var chunk = _chunks[^1];
        for (; number >= 0x80; number >>= 7)
            chunk[_used++] = (byte)((number & 0x7F) | 0x80);
        chunk[_used++] = (byte)number;
    }

    private static int Next(ref Span<byte> at)
    {
        var (number, shift, read) = (0u, 0, 0);
        while (at[read] >= 0x80)
        {
            number |= (uint)(at[read++] & 0x7F) << shift;
            shift += 7;
        }
        number |= (uint)at[read++] << shift;
        at = at[read..];
        return (int)number - 1;
    }
}
