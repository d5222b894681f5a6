using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads knowledge/KIND.csv.</summary>
/// <param name="packed">Takes the rows of large tables; null: all rows are objects.</param>
internal sealed class KnowledgeReader(ItemCodes items, CodeTables codes, List<Fault> faults, PackedKnowledge? packed = null)
{
    public const string Folder = "knowledge/";

    public static readonly CsvColumn[] OfItem = [CsvColumn.Must("item_code"), CsvColumn.May("item_name")];

    public static readonly CsvColumn[] OfOrigin =
    [
        CsvColumn.May("effective_from"), CsvColumn.May("effective_to"), CsvColumn.May("rule_code"), CsvColumn.May("rule_name"),
        CsvColumn.May("official_text"), CsvColumn.May("batch"), CsvColumn.May("point_id"), CsvColumn.May("source"),
    ];

    /// <summary>Where a row's members come from that every row has, see <see cref="Complete"/>.</summary>
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        [nameof(KnowledgeRow.ItemCode)] = "item_code",
        [nameof(KnowledgeRow.IsPrefix)] = "item_code",
        [nameof(KnowledgeRow.ItemName)] = "item_name",
        [nameof(KnowledgeRow.EffectiveFrom)] = "effective_from",
        [nameof(KnowledgeRow.EffectiveTo)] = "effective_to",
        [nameof(KnowledgeRow.OfficialRuleCode)] = "rule_code",
        [nameof(KnowledgeRow.OfficialRuleName)] = "rule_name",
        [nameof(KnowledgeRow.OfficialText)] = "official_text",
        [nameof(KnowledgeRow.Batch)] = "batch",
        [nameof(KnowledgeRow.PointId)] = "point_id",
        [nameof(KnowledgeRow.Source)] = "source",
    };

    /// <summary>All others say what rows of the kind alone say.</summary>
    public static string[] ColumnsOfEveryRow { get; } = [.. OfItem.Concat(OfOrigin).Select(static column => column.Name)];

    /// <summary>The columns that these members of <see cref="KnowledgeRow"/> come from; null where one comes from none.</summary>
    public static IReadOnlyList<string>? ColumnsOf(IEnumerable<string> members)
    {
        var columns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (!Columns.TryGetValue(member, out var column))
                return null;
            columns.Add(column);
        }
        return [.. columns];
    }

    public static string FileOf(KnowledgeKind kind) => $"{Folder}{KnowledgeKinds.NameOf(kind)}.csv";

    /// <summary>A file that is not there has no rows.</summary>
    public KnowledgeTable Read(RuleFolder folder, KnowledgeKind kind)
    {
        var path = FileOf(kind);
        var ofEncounter = KnowledgeScopes.IsOfEncounter(kind);
        CsvColumn[] columns = [.. ofEncounter ? [] : OfItem, .. KnowledgeColumns.Of(kind), .. OfOrigin];
        if (folder.Find(path) is not { } file || CsvTable.Open(file, columns, faults) is not { } opened)
            return new KnowledgeTable(kind, path, [], []);
        using var table = opened;
        var (rows, lines) = (new List<KnowledgeRow>(), new List<int>());
        var validities = new Validities<(string, bool, string, string?)>();
        var large = packed?.IsFor(kind, file) == true ? new PackedTableReader(packed, kind, table, rows: file.Utf8.Span.Count((byte)'\n')) : null;
        while (table.Next())
        {
            if (large?.TakeKnown() == true)
                continue;
            var before = faults.Count;
            var code = ofEncounter ? "" : ItemCode(table, kind);
            table.Asked = large?.Asked;
            var row = KnowledgeColumns.ReadRow(table, kind, codes, items);
            table.Asked = null;
            if (code is null || row is null)
                continue;
            Complete(table, row, code);
            if (large is not null && PackedTableReader.IsFor(row))
            {
                large.Take(row, isGood: faults.Count == before);
                continue;
            }
            var limit = (row.ItemCode, row.IsPrefix, row.Sameness, row.PointId);
            if (validities.Overlapping(limit, row.EffectiveFrom, row.EffectiveTo, table.Line) is { } line)
                table.Fault(ofEncounter ? KnowledgeColumns.Of(kind)[0].Name : "item_code", $"the same limit is in force on the same days in line {line}.");
            rows.Add(row);
            lines.Add(table.Line);
        }
        var read = new KnowledgeTable(kind, path, rows, lines);
        RowGroups.Link(read, faults);
        return large?.End(read) ?? read;
    }

    /// <summary>The code or prefix as written, checked against the catalogue; null where it is of no use.</summary>
    private string? ItemCode(CsvTable table, KnowledgeKind kind)
    {
        if (table.Required("item_code") is not { } code)
            return null;
        if (kind == KnowledgeKind.ExclusivePairs && code.EndsWith('*'))
            table.Fault("item_code", $"'{code}' is a prefix; a pair names two items.");
        else if (kind is KnowledgeKind.DuplicateLimits or KnowledgeKind.SupplyLimits && ItemsOfKind.PrefixesOf(code).Count > 0)
            return code;
        else if (items.Fault(code, KnowledgeKinds.MayBeOfEveryItem(kind)) is { } fault)
            table.Fault("item_code", fault);
        else
            return code;
        return null;
    }

    private static void Complete(CsvTable table, KnowledgeRow row, string code)
    {
        row.IsPrefix = code.EndsWith('*');
        row.ItemCode = row.IsPrefix ? code[..^1] : code;
        row.ItemName = table.Text("item_name") ?? "";
        (row.EffectiveFrom, row.EffectiveTo) = table.Validity();
        row.OfficialRuleCode = table.Text("rule_code");
        row.OfficialRuleName = table.Text("rule_name");
        row.OfficialText = table.Text("official_text");
        row.Batch = table.Text("batch");
        row.PointId = table.Text("point_id");
        row.Source = table.Text("source");
    }
}
