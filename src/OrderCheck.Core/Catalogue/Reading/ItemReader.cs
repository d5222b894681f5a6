using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Catalogue.Reading;

/// <summary>Reads catalogue/items.csv.</summary>
internal static class ItemReader
{
    private const decimal LargestStrength = 1_000_000_000m;

    private static readonly string[] Kinds = ["药品", "饮片", "项目", "耗材"];
    private static readonly string[] Classes = ["甲", "乙", "丙"];

    private static readonly CsvColumn[] Columns =
    [
        CsvColumn.Must("item_code"), CsvColumn.Must("item_name"), CsvColumn.Must("kind"), CsvColumn.May("class"),
        CsvColumn.May("own_share_ratio"), CsvColumn.May("category"), CsvColumn.May("unit"),
        CsvColumn.May("strength"), CsvColumn.May("strength_unit"), CsvColumn.May("generic_name"),
        CsvColumn.May("effective_from"), CsvColumn.May("effective_to"), CsvColumn.May("source"),
    ];

    /// <summary>What may stand there whatever stands in the other columns.</summary>
    internal static readonly string[] OfOneItem = ["item_code", "item_name", "generic_name", "source"];

    /// <param name="texts">Where the texts of the rows go.</param>
    public static ItemCatalogue Read(RuleFolder folder, CodeTables codes, TextPool texts, List<Fault> faults)
    {
        if (folder.Find(CatalogueFiles.Items) is not { } file || CsvTable.Open(file, Columns, faults) is not { } opened)
            return ItemCatalogue.Empty;
        using var table = opened;
        var items = new PackedItems(texts, codes);
        items.Expect(file.Utf8.Span.Count((byte)'\n'));
        var lines = new List<int>();
        var (code, name) = (table.Position("item_code"), table.Position("item_name"));
        var seen = new SeenFields<(DateOnly?, DateOnly?)>(table.Header.PositionsBut(OfOneItem));
        while (table.Next())
        {
            var fields = items.Read(table);
            if (fields[code] < 0 || fields[name] < 0 || !seen.TryFind(fields, out var days))
            {
                var before = faults.Count;
                if (ReadItem(table, codes) is not { } item)
                    continue;
                days = (item.EffectiveFrom, item.EffectiveTo);
                if (faults.Count == before)
                    seen.Note(fields, days);
            }
            if (items.Codes.FindText(fields[code]) is >= 0 and var known && Overlapping(items, known, days) is { } row)
                table.Fault("item_code", $"'{table.Text("item_code")}' is in force on the same days as in line {lines[row]}.");
            items.Keep(fields[code]);
            lines.Add(table.Line);
        }
        items.Seal();
        return new ItemCatalogue(items);
    }

    /// <summary>The first row of the code that is in force on a day of the item's.</summary>
    private static int? Overlapping(PackedItems items, int code, (DateOnly? From, DateOnly? To) days)
    {
        int? first = null;
        foreach (var row in items.RowsOf(code))
        {
            var other = items.At(row);
            if ((other.EffectiveFrom ?? DateOnly.MinValue) <= (days.To ?? DateOnly.MaxValue)
                && (days.From ?? DateOnly.MinValue) <= (other.EffectiveTo ?? DateOnly.MaxValue))
                first = row;
        }
        return first;
    }

    /// <summary>The row that the table is at; null where it is of no use, which was reported.</summary>
    public static CatalogueItem? ReadItem(CsvTable table, CodeTables codes)
    {
        var (code, name, kind) = (table.Required("item_code"), table.Required("item_name"), table.RequiredWord("kind", Kinds));
        var (strength, strengthUnit) = (table.Number("strength", 0.000001m, LargestStrength, 6), table.Text("strength_unit"));
        if (strength is not null && strengthUnit is null)
            table.Fault("strength_unit", "the strength has no unit.");
        var category = table.Text("category");
        if (category is not null && !codes.Categories.ContainsKey(category))
            table.Fault("category", $"'{category}' is not in {CatalogueFiles.Categories}.");
        var (from, to) = table.Validity();
        var (itemClass, ratio) = (table.Word("class", Classes), table.Number("own_share_ratio", 0, 1, 4));
        return code is null || name is null || kind is null
            ? null
            : new CatalogueItem
            {
                Code = code,
                Name = name,
                Kind = kind,
                Class = itemClass,
                OwnShareRatio = ratio,
                Category = category,
                Unit = table.Text("unit"),
                Strength = strength,
                StrengthUnit = strengthUnit,
                GenericName = table.Text("generic_name"),
                EffectiveFrom = from,
                EffectiveTo = to,
                Source = table.Text("source"),
            };
    }
}
