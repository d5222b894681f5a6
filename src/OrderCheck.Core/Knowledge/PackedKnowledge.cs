using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Knowledge.Reading;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge;

/// <summary>
/// The rows of large tables, as bytes, joined to the rules that can ever apply to them: item → (rule, row), as numbers. A row
/// becomes the object that rules read when its item is first asked for. Written by one thread, then read by many.
/// </summary>
internal sealed class PackedKnowledge
{
    /// <summary>The row is read from its other side.</summary>
    private const int FromOtherSide = int.MinValue;

    private readonly TextPool _texts;
    private readonly ItemCodes _items;
    private readonly CodeTables _codeTables;
    private readonly CodeBook _codes;
    private readonly ItemTexts _itemTexts;
    private readonly PackedRows _rows;
    private readonly List<PackedLimits> _tables = [];
    private readonly Gathered<PackedCandidate> _read = new();
    private PackedCandidate[] _candidates = [];
    private int[] _firstOf = [];
    private int[] _codeOf = [];

    public PackedKnowledge(TextPool texts, ItemCatalogue catalogue, ItemCodes items, CodeTables tables, IReadOnlyList<CompiledRule> rules)
    {
        (_texts, _items, _codeTables, _codes, Rules) = (texts, items, tables, catalogue.Book, rules);
        _itemTexts = new ItemTexts(texts, catalogue);
        _rows = new PackedRows(texts, cited: false, _itemTexts.WaysOf);
    }

    /// <summary>Bytes from which a table is a large one.</summary>
    public required int LargeFrom { get; init; }

    public int Count => _rows.Count;

    /// <summary>What rows and index take in memory, with the texts of rows and catalogue.</summary>
    public long Bytes => _rows.Bytes + _texts.Bytes + (sizeof(int) * (long)_firstOf.Length) + (PackedCandidate.Size * (long)_candidates.Length);

    /// <summary>Of the catalogue.</summary>
    public CodeBook Codes => _codes;

    /// <summary>The rules by the numbers that candidates have.</summary>
    public IReadOnlyList<CompiledRule> Rules { get; }

    /// <summary>Whether the table is a large one, of rows that are only ever asked for by item.</summary>
    public bool IsFor(KnowledgeKind kind, RuleFile file) =>
        file.Utf8.Length >= LargeFrom && !KnowledgeScopes.IsOfEncounter(kind)
        && kind is not (KnowledgeKind.PathwayItems or KnowledgeKind.PathwayPreferences or KnowledgeKind.StayWindows or KnowledgeKind.ChargeOrders);

    /// <summary>The rules that read rows of that kind, whatever their state.</summary>
    public RowReaders ReadersOf(KnowledgeKind kind) => new(Rules, kind);

    /// <param name="rows">About as many as the table has.</param>
    public void Begin(KnowledgeKind kind, PackedHeader header, int rows)
    {
        _rows.Expect(rows);
        _tables.Add(new PackedLimits(_texts, _rows, kind, header, _codeTables, _items));
        if (_codeOf.Length == 0)
            _codeOf = CodesByText();
    }

    /// <summary>See <see cref="PackedRows.Read"/>.</summary>
    public ReadOnlySpan<int> Read(CsvTable table) => _rows.Read(table);

    /// <summary>What was <see cref="Read"/> last.</summary>
    public ReadOnlySpan<int> LastRead => _rows.LastRead;

    /// <summary>Keeps the row that was <see cref="Read"/> last.</summary>
    /// <returns>Its number, from 0 over all tables.</returns>
    public int Keep() => _rows.Keep();

    /// <summary>The item that has the text as its code, where a row may name it; else -1.</summary>
    public int CodeOf(int text) => text < _codeOf.Length ? _codeOf[text] : -1;

    /// <summary>Joins a row to rules that can apply to it.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="code">Its item's number; that of the other item from the other side.</param>
    public void Join(int row, int code, ReadOnlySpan<int> rules, bool fromOtherSide = false)
    {
        foreach (var rule in rules)
            _read.Add(new PackedCandidate(code, fromOtherSide ? row | FromOtherSide : row, rule));
    }

    /// <summary>Puts the candidates of each item together; nothing is added any more.</summary>
    public void Seal()
    {
        _rows.Seal();
        _itemTexts.Forget();
        _codeOf = [];
        _firstOf = new int[_codes.Count + 1];
        foreach (var chunk in _read.Chunks)
        {
            Courtesy.Pause();
            foreach (ref readonly var candidate in chunk.Span)
                _firstOf[candidate.Code + 1]++;
        }
        for (var code = 0; code < _codes.Count; code++)
            _firstOf[code + 1] += _firstOf[code];
        _candidates = new PackedCandidate[_read.Count];
        var next = _firstOf.AsSpan(0, _codes.Count).ToArray();
        foreach (var chunk in _read.Chunks)
        {
            Courtesy.Pause();
            foreach (ref readonly var candidate in chunk.Span)
                _candidates[next[candidate.Code]++] = candidate;
        }
        _read.Clear();
    }

    /// <summary>Candidates of an item by its number in the catalogue.</summary>
    public ReadOnlySpan<PackedCandidate> Of(int code) => _candidates.AsSpan(_firstOf[code].._firstOf[code + 1]);

    /// <summary>The row as the object that rules read; each call makes one.</summary>
    /// <param name="row">As a candidate has it, or the number of a row.</param>
    /// <param name="itemCode">Of the item that the row is asked for; null: it is read too.</param>
    public KnowledgeRow Row(int row, string? itemCode = null)
    {
        var number = row & ~FromOtherSide;
        var at = _tables.Count - 1;
        while (_tables[at].First > number)
            at--;
        return number == row ? _tables[at].At(number, itemCode) : ((RelationRow)_tables[at].At(number, null)).Mirrors().Single();
    }

    /// <summary>Codes that are read as one item's; a code that looks like a prefix is for the reader of rows to judge.</summary>
    private int[] CodesByText()
    {
        var codes = new int[_texts.Count];
        Array.Fill(codes, -1);
        for (var code = 0; code < _codes.Count; code++)
        {
            if (ItemCodes.IsPlain(_codes.Utf8(code)))
                codes[_codes.TextOf(code)] = code;
        }
        return codes;
    }
}
