using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>
/// Takes the rows of one large table, one after another: those that are a limit on one item alone are kept as bytes and joined to their rules
/// on the way, so that the table is never there as objects. A limit that was read once for one item is not read again for the next.
/// </summary>
internal sealed class PackedTableReader
{
    private readonly PackedKnowledge _packed;
    private readonly CsvTable _table;
    private readonly int _first;
    private readonly int _code;
    private readonly int _point;
    private readonly RowReaders _readers;
    private readonly List<int> _lines;
    private readonly List<int> _unread = [];
    private readonly PackedValidities _validities;
    private readonly List<(PackedSide Side, int Row, int[] RulesOfMirror)> _pairs = [];
    private readonly HashSet<int> _own;
    private readonly SeenFields<SeenLimit> _limits;
    private readonly SeenFields<bool> _days;
    private readonly SeenFields<int[]>? _joined;

    /// <param name="rows">About as many as the table has.</param>
    public PackedTableReader(PackedKnowledge packed, KnowledgeKind kind, CsvTable table, int rows)
    {
        (_packed, _table, _first, _readers) = (packed, table, packed.Count, packed.ReadersOf(kind));
        _validities = new PackedValidities(packed, _first, rows);
        _lines = new List<int>(rows);
        packed.Begin(kind, table.Header, rows);
        (_code, _point) = (table.Position("item_code"), table.Position("point_id"));
        var own = table.Header.PositionsBut(KnowledgeReader.ColumnsOfEveryRow);
        _own = [.. own];
        _limits = new SeenFields<SeenLimit>(own);
        _days = new SeenFields<bool>(table.Header.PositionsOf("effective_from", "effective_to"));
        if (KnowledgeReader.ColumnsOf(_readers.ReadsOfEveryRow) is { } columns)
            _joined = new SeenFields<int[]>([.. own, .. table.Header.PositionsOf(columns)]);
    }

    /// <summary>Whether the row names one item and is known by nobody else: a prefix, a group or a shared limit is the same object for all of its items.</summary>
    public static bool IsFor(KnowledgeRow row) =>
        !row.IsPrefix && row.SharedWith.Count == 0 && row is not RelationRow or ExclusivePair && ItemsOfKind.PrefixesOf(row.ItemCode).Count == 0;

    /// <summary>The fields that the limit was read from, but for those of every row.</summary>
    public HashSet<int> Asked { get; } = [];

    /// <summary>Takes the row that the table is at if its limit, its days and what its rules look at were all read before; else it is to be read.</summary>
    public bool TakeKnown()
    {
        Asked.Clear();
        var row = _packed.Read(_table);
        if (row[_code] < 0 || _packed.CodeOf(row[_code]) is not (>= 0 and var code)
            || !_limits.TryFind(row, out var limit) || !_days.TryFind(row, out _) || _joined is null || !_joined.TryFind(row, out var rules))
            return false;
        var hash = HashOf(code, limit.Sameness);
        if (_validities.Knows(hash))
            return false;
        _packed.Join(Keep(hash), code, rules);
        if (rules.Length == 0 && !IsReadBeside(limit.ReadThrough))
            _unread.Add(_table.Line);
        return true;
    }

    /// <summary>Takes the row that the table is at.</summary>
    /// <param name="row">The same, read.</param>
    /// <param name="isGood">Nothing was wrong with it.</param>
    public void Take(KnowledgeRow row, bool isGood)
    {
        var sameness = row.Sameness.GetHashCode(StringComparison.Ordinal);
        var code = _packed.Codes.Find(row.ItemCode);
        var hash = HashOf(code, sameness);
        if (_validities.Overlapping(hash, row) is { } earlier)
            _table.Fault("item_code", $"the same limit is in force on the same days in line {_lines[earlier]}.");
        var number = Keep(hash);
        if (row is ExclusivePair pair)
            NotePair(pair, code, number);
        var rules = _readers.Of(row);
        _packed.Join(number, code, rules);
        if (rules.Length == 0 && !IsReadBeside(row.ReadThrough))
            _unread.Add(_table.Line);
        if (isGood && Asked.IsSubsetOf(_own))
            Note(new SeenLimit(sameness, row.ReadThrough), rules);
    }

    /// <param name="whole">The table's other rows.</param>
    public KnowledgeTable End(KnowledgeTable whole)
    {
        JoinOtherSides();
        return whole with { Rows = new PackedTable(_packed, _first, _lines.Count, whole.Rows), Lines = [.. _lines, .. whole.Lines], Unread = _unread };
    }

    private uint HashOf(int code, int sameness) => PackedValidities.HashOf(code, sameness, _point < 0 ? default : _table.Utf8(_point));

    private int Keep(uint hash)
    {
        var number = _packed.Keep();
        _validities.Note(hash);
        _lines.Add(_table.Line);
        return number;
    }

    private void Note(SeenLimit limit, int[] rules)
    {
        var row = _packed.LastRead;
        _limits.Note(row, limit);
        _days.Note(row, made: true);
        _joined?.Note(row, rules);
    }

    private bool IsReadBeside(KnowledgeKind? through) => through is { } kind && _packed.ReadersOf(kind).Any;

    private void NotePair(ExclusivePair pair, int code, int number)
    {
        var side = new PackedSide(code, _packed.Codes.Find(pair.OtherCode), pair.Window, pair.EffectiveFrom, pair.EffectiveTo);
        _pairs.Add((side, number, _readers.Of(pair.Mirrors().Single())));
    }

    /// <summary>See <see cref="PairMirror"/>: a pair is found from its other side too, except where the file says it from both.</summary>
    private void JoinOtherSides()
    {
        if (_pairs.Count == 0)
            return;
        var written = new HashSet<PackedSide>(_pairs.Count);
        foreach (var (side, _, _) in _pairs)
            written.Add(side);
        foreach (var (side, number, rules) in _pairs)
        {
            if (!written.Contains(side.Mirrored))
                _packed.Join(number, side.OtherCode, rules, fromOtherSide: true);
        }
    }

    /// <param name="Sameness">Hash of <see cref="KnowledgeRow.Sameness"/>.</param>
    /// <param name="ReadThrough">See <see cref="KnowledgeRow.ReadThrough"/>.</param>
    private readonly record struct SeenLimit(int Sameness, KnowledgeKind? ReadThrough);
}
