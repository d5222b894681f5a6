namespace OrderCheck.Core.Tables;

/// <summary>
/// Rows of CSV tables as bytes: of each field the number of its text, in as few bytes as it takes, so that an empty field is one.
/// Dates, amounts and words are texts that recur, and take one to three. Written by one thread, then read by many.
/// </summary>
/// <param name="cited">Other tables say the texts again, as they say the catalogue's codes and names: all are looked up.</param>
internal sealed class PackedRows(TextPool texts, bool cited)
{
    private const int ChunkSize = 1 << 16;
    private const int LongestNumber = 5;

    /// <summary>So many texts of a column are looked up before it is left alone.</summary>
    private const int Tried = 4_096;

    private readonly List<byte[]> _chunks = [];
    private readonly List<int> _starts = [];
    private int _used = ChunkSize;
    private CsvTable? _of;
    private (int Texts, int New)[] _columns = [];

    public int Count => _starts.Count;

    /// <summary>What they take in memory, without their texts.</summary>
    public long Bytes => ((long)_chunks.Count * ChunkSize) + (sizeof(int) * (long)_starts.Capacity);

    /// <summary>Keeps the row that the table is at.</summary>
    /// <returns>Its number, from 0.</returns>
    public int Add(CsvTable table)
    {
        if (_used + (table.Width * LongestNumber) > ChunkSize)
        {
            _chunks.Add(new byte[ChunkSize]);
            _used = 0;
        }
        _starts.Add(((_chunks.Count - 1) * ChunkSize) + _used);
        if (_of != table)
            (_of, _columns) = (table, new (int, int)[table.Width]);
        for (var field = 0; field < table.Width; field++)
        {
            var text = table.Utf8(field);
            Write(text.IsEmpty ? 0 : (uint)Number(field, text) + 1);
        }
        return _starts.Count - 1;
    }

    public PackedRow At(int row, int width)
    {
        var fields = new int[width];
        var at = _chunks[_starts[row] / ChunkSize].AsSpan(_starts[row] % ChunkSize);
        for (var field = 0; field < width; field++)
            fields[field] = Read(ref at);
        return new PackedRow(texts, fields);
    }

    /// <summary>The number of one field's text; -1 where it is empty.</summary>
    public int TextOf(int row, int field)
    {
        var at = _chunks[_starts[row] / ChunkSize].AsSpan(_starts[row] % ChunkSize);
        for (var before = 0; before < field; before++)
            Read(ref at);
        return Read(ref at);
    }

    public void Seal()
    {
        _starts.TrimExcess();
        _of = null;
    }

    /// <summary>
    /// A column that said something else in every row so far, such as a point's id, goes on like that: looking its texts up would cost more than
    /// the few that might be found.
    /// </summary>
    private int Number(int field, ReadOnlySpan<byte> text)
    {
        ref var column = ref _columns[field];
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

    private static int Read(ref Span<byte> at)
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
