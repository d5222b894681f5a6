using System.Text;
using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Catalogue;

/// <summary>The rows of catalogue/items.csv as bytes, and which of them are the versions of one code.</summary>
internal sealed class PackedItems
{
    private const int None = -1;

    private readonly TextPool _texts;
    private readonly CodeTables _tables;
    private readonly PackedRows _rows;
    private readonly List<int> _latest = [];
    private readonly List<int> _earlier = [];
    private PackedHeader? _header;
    private RecentFields<CatalogueItem> _others = new([]);
    private (int Code, int Name, int GenericName, int Source) _called;
    private ulong[]? _names;

    public PackedItems(TextPool texts, CodeTables tables)
    {
        (_texts, _tables, Codes) = (texts, tables, new CodeBook(texts));
        _rows = new PackedRows(texts, cited: true, WaysOf);
    }

    /// <summary>Every code once.</summary>
    public CodeBook Codes { get; }

    public int Count => _rows.Count;

    /// <summary>Makes room for so many rows, each of a code and a name that no other has.</summary>
    public void Expect(int rows)
    {
        Codes.Expect(rows);
        _texts.Expect(rows * 2, found: rows);
        _latest.EnsureCapacity(rows);
        _earlier.EnsureCapacity(rows);
    }

    /// <summary>See <see cref="PackedRows.Read"/>.</summary>
    public ReadOnlySpan<int> Read(CsvTable table)
    {
        if (_header is null)
        {
            _header = table.Header;
            _others = new RecentFields<CatalogueItem>(_header.PositionsBut(ItemReader.OfOneItem));
            _called = (table.Position("item_code"), table.Position("item_name"), table.Position("generic_name"), table.Position("source"));
        }
        return _rows.Read(table);
    }

    /// <summary>Keeps the row that was read last, which is good.</summary>
    /// <param name="code">Number of its code's text.</param>
    public void Keep(int code)
    {
        var (row, known) = (_rows.Keep(), Codes.Count);
        var number = Codes.Add(code);
        if (number < known)
        {
            _earlier.Add(_latest[number]);
            _latest[number] = row;
        }
        else
        {
            _earlier.Add(None);
            _latest.Add(row);
        }
    }

    /// <summary>The rows of one code, the last in the file first.</summary>
    public IEnumerable<int> RowsOf(int code)
    {
        for (var row = _latest[code]; row != None; row = _earlier[row])
            yield return row;
    }

    /// <summary>Most items say what thousands of others say, but for what they are called: that is read once.</summary>
    public CatalogueItem At(int row)
    {
        Span<int> fields = stackalloc int[_header!.Positions.Count];
        _rows.ReadInto(fields, row);
        if (!_others.TryFind(fields, out var other))
        {
            var read = ItemReader.ReadItem(CsvTable.Of(_header, new PackedRow(_texts, fields.ToArray())), _tables)!;
            _others.Note(fields, read);
            return read;
        }
        return other with
        {
            Code = _texts.Alone(fields[_called.Code]),
            Name = _texts.Alone(fields[_called.Name]),
            GenericName = TextAt(fields, _called.GenericName),
            Source = TextAt(fields, _called.Source),
        };
    }

    /// <summary>The code's versions in file order.</summary>
    public CatalogueItem[] VersionsOf(int code)
    {
        if (_earlier[_latest[code]] == None)
            return [At(_latest[code])];
        CatalogueItem[] versions = [.. RowsOf(code).Select(At)];
        Array.Reverse(versions);
        return versions;
    }

    /// <summary>Codes of the rows with that name or generic name.</summary>
    public IEnumerable<string> Named(string name)
    {
        var text = TextOfName(Encoding.UTF8.GetBytes(name));
        if (text < 0)
            yield break;
        _names ??= Names();
        var first = Array.BinarySearch(_names, Pair(text, 0));
        for (var at = first < 0 ? ~first : first; at < _names.Length && (int)(_names[at] >> 32) == text; at++)
            yield return Codes[(int)(_names[at] & uint.MaxValue)];
    }

    /// <summary>By code the number of its latest name's text.</summary>
    public int[] NamesByCode()
    {
        var name = _header?.Positions["item_name"] ?? 0;
        return [.. _latest.Select(row => _rows.TextOf(row, name))];
    }

    private string? TextAt(ReadOnlySpan<int> fields, int position) => position < 0 || fields[position] < 0 ? null : _texts[fields[position]];

    /// <summary>Codes are found in the book, which is smaller than the pool.</summary>
    private TextNumber?[] WaysOf(CsvTable table)
    {
        var ways = new TextNumber?[table.Width];
        ways[table.Position("item_code")] = text => Codes.Find(text) is >= 0 and var known ? Codes.TextOf(known) : _texts.AddAnew(text);
        return ways;
    }

    private int TextOfName(ReadOnlySpan<byte> name)
    {
        if (!_texts.IsSealed)
            return _texts.Find(name);
        foreach (var pair in _names ??= Names())
        {
            if (_texts.Utf8((int)(pair >> 32)).SequenceEqual(name))
                return (int)(pair >> 32);
        }
        return None;
    }

    private ulong[] Names()
    {
        var names = new List<ulong>();
        for (var code = 0; code < Codes.Count; code++)
        {
            foreach (var row in RowsOf(code))
            {
                names.Add(Pair(_rows.TextOf(row, _header!.Positions["item_name"]), code));
                if (_header.Positions.TryGetValue("generic_name", out var generic) && _rows.TextOf(row, generic) is >= 0 and var text)
                    names.Add(Pair(text, code));
            }
        }
        names.Sort();
        return [.. names];
    }

    private static ulong Pair(int text, int code) => ((ulong)text << 32) | (uint)code;

    public void Seal()
    {
        _rows.Seal();
        _latest.TrimExcess();
        _earlier.TrimExcess();
    }
}
