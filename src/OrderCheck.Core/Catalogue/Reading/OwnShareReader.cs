using OrderCheck.Core.Knowledge.Reading;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Catalogue.Reading;

/// <summary>Reads catalogue/own_shares.csv.</summary>
internal static class OwnShareReader
{
    private const int Decimals = 4;

    private static readonly CsvColumn[] Columns =
    [
        CsvColumn.Must("item_code"), CsvColumn.May("item_name"), CsvColumn.May("insurance"), CsvColumn.May("level"), CsvColumn.Must("ratio"),
        CsvColumn.May("effective_from"), CsvColumn.May("effective_to"), CsvColumn.May("source"),
    ];

    public static OwnShareTable Read(RuleFolder folder, CodeTables codes, ItemCodes items, List<Fault> faults)
    {
        if (folder.Find(CatalogueFiles.OwnShares) is not { } file || CsvTable.Open(file, Columns, faults) is not { } opened)
            return OwnShareTable.Empty;
        using var table = opened;
        string[] insurances = [.. codes.InsuranceTypes.Values.Select(type => type.Insurance).Distinct().Order(StringComparer.Ordinal)];
        var rows = new List<OwnShareRow>();
        var validities = new Validities<(string, bool, string?, int?)>();
        while (table.Next())
        {
            if (ReadRow(table, insurances, items) is not { } row)
                continue;
            if (validities.Overlapping((row.ItemCode, row.IsPrefix, row.Insurance, row.Level), row.EffectiveFrom, row.EffectiveTo, table.Line) is { } line)
                table.Fault("item_code", $"another ratio for the same patients is in force on the same days in line {line}.");
            rows.Add(row);
        }
        return new OwnShareTable(rows);
    }

    private static OwnShareRow? ReadRow(CsvTable table, string[] insurances, ItemCodes items)
    {
        var (code, ratio) = (table.Required("item_code"), table.RequiredNumber("ratio", 0, 1, Decimals));
        var (insurance, level) = (table.Word("insurance", insurances), table.Whole("level", 1, 3));
        var (from, to) = table.Validity();
        if (code is not null && items.Fault(code) is { } fault)
            table.Fault("item_code", fault);
        else if (code is not null && ratio is { } part)
            return new OwnShareRow(code.TrimEnd('*'), code.EndsWith('*'), insurance, level, part, from, to, table.Text("source"));
        return null;
    }
}
