using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>
/// Takes the rows of one large table, one after another: those that are a limit on one item alone are kept as bytes and joined to their rules
/// on the way, so that the table is never there as objects.
/// </summary>
internal sealed class PackedTableReader
{
    private readonly PackedKnowledge _packed;
    private readonly int _first;
    private readonly RowReaders _readers;
    private readonly List<int> _lines = [];
    private readonly List<int> _unread = [];
    private readonly PackedValidities _validities;
    private readonly List<(PackedSide Side, int Row)> _pairs = [];

    public PackedTableReader(PackedKnowledge packed, KnowledgeKind kind, CsvTable table)
    {
        (_packed, _first, _readers) = (packed, packed.Count, packed.ReadersOf(kind));
        _validities = new PackedValidities(packed, _first);
        packed.Begin(kind, table.Header);
    }

    /// <summary>Whether the row names one item and is known by nobody else: a prefix, a group or a shared limit is the same object for all of its items.</summary>
    public static bool IsFor(KnowledgeRow row) =>
        !row.IsPrefix && row.SharedWith.Count == 0 && row is not RelationRow or ExclusivePair && ItemsOfKind.PrefixesOf(row.ItemCode).Count == 0;

    public void Take(CsvTable table, KnowledgeRow row)
    {
        if (_validities.Overlapping(row) is { } earlier)
            table.Fault("item_code", $"the same limit is in force on the same days in line {_lines[earlier]}.");
        var number = _packed.Add(table);
        _validities.Note(row);
        _lines.Add(table.Line);
        if (row is ExclusivePair pair)
            _pairs.Add((PackedSide.Of(pair), number));
        if (!_packed.Join(number, row, _readers) && !IsReadBeside(row))
            _unread.Add(table.Line);
    }

    /// <param name="whole">The table's other rows.</param>
    public KnowledgeTable End(KnowledgeTable whole)
    {
        JoinOtherSides();
        return whole with { Rows = new PackedTable(_packed, _first, _lines.Count, whole.Rows), Lines = [.. _lines, .. whole.Lines], Unread = _unread };
    }

    private bool IsReadBeside(KnowledgeRow row) => row.ReadThrough is { } kind && _packed.ReadersOf(kind).Any;

    /// <summary>See <see cref="PairMirror"/>: a pair is found from its other side too, except where the file says it from both.</summary>
    private void JoinOtherSides()
    {
        var written = _pairs.Select(static pair => pair.Side).ToHashSet();
        foreach (var (side, number) in _pairs)
        {
            if (!written.Contains(side.Mirrored))
                _packed.Join(number, ((ExclusivePair)_packed.Row(number)).Mirrors().Single(), _readers, fromOtherSide: true);
        }
    }
}
