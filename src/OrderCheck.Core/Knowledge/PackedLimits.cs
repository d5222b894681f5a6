using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Knowledge.Reading;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge;

/// <summary>
/// Makes the objects of one large table's rows. Thousands of rows say the same limit of other items: it is read once, and copied. Safe
/// for many threads.
/// </summary>
internal sealed class PackedLimits
{
    private readonly TextPool _texts;
    private readonly PackedRows _rows;
    private readonly KnowledgeKind _kind;
    private readonly PackedHeader _header;
    private readonly CodeTables _codes;
    private readonly ItemCodes _items;
    private readonly PackedTexts _words;
    private readonly int _code;
    private readonly int[] _own;
    private readonly RecentFields<KnowledgeRow> _limits;
    private readonly RecentFields<Days> _days;

    public PackedLimits(TextPool texts, PackedRows rows, KnowledgeKind kind, PackedHeader header, CodeTables codes, ItemCodes items)
    {
        (_texts, _rows, _kind, _header, _codes, _items) = (texts, rows, kind, header, codes, items);
        (First, _words, _code) = (rows.Count, new PackedTexts(texts, rows, header), header.Positions["item_code"]);
        _own = header.PositionsBut(KnowledgeReader.ColumnsOfEveryRow);
        _limits = new RecentFields<KnowledgeRow>(_own);
        _days = new RecentFields<Days>(header.PositionsOf("effective_from", "effective_to"));
    }

    /// <summary>Number of the table's first row.</summary>
    public int First { get; }

    /// <summary>The row, from its own side.</summary>
    /// <param name="itemCode">Its item's; null: it is read too.</param>
    public KnowledgeRow At(int row, string? itemCode)
    {
        Span<int> fields = stackalloc int[_header.Positions.Count];
        _rows.ReadInto(fields, row);
        var limit = _limits.TryFind(fields, out var known) ? known : ReadLimit(fields);
        var days = _days.TryFind(fields, out var same) ? same : ReadDays(fields);
        return limit.CopyFor(itemCode ?? _texts.Alone(fields[_code]), new RowTexts(_words, row), (days.From, days.To));
    }

    private KnowledgeRow ReadLimit(ReadOnlySpan<int> fields)
    {
        using var table = CsvTable.Of(_header, new PackedRow(_texts, fields.ToArray()));
        table.Asked = [];
        var limit = KnowledgeColumns.ReadRow(table, _kind, _codes, _items)!;
        if (table.Asked.IsSubsetOf(_own))
            _limits.Note(fields, limit);
        return limit;
    }

    private Days ReadDays(ReadOnlySpan<int> fields)
    {
        using var table = CsvTable.Of(_header, new PackedRow(_texts, fields.ToArray()));
        var (from, to) = table.Validity();
        var days = new Days(from, to);
        _days.Note(fields, days);
        return days;
    }

    private sealed record Days(DateOnly? From, DateOnly? To);
}
