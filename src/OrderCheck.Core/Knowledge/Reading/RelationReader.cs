using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>The kinds of rows about items against each other: their own columns, and the reading of a row.</summary>
internal static class RelationReader
{
    private const int MostDays = 366;
    private const int MostParts = 50;
    private const string AroundDays = "前后N天";

    private static readonly string[] Windows = ["单日", "单次就诊", "6小时", "同一小时"];
    private static readonly string[] CompanionWindows = [.. Windows, AroundDays];

    /// <summary>Null where the kind is none of these.</summary>
    public static CsvColumn[]? ColumnsOf(KnowledgeKind kind) => kind switch
    {
        KnowledgeKind.ExclusiveSets => [CsvColumn.Must("set_name"), CsvColumn.Must("window")],
        KnowledgeKind.RequiredCompanions =>
        [
            CsvColumn.Must("other_codes"), CsvColumn.Must("other_name"), CsvColumn.Must("window"), CsvColumn.May("period_days"),
            CsvColumn.May("most_per_other"),
        ],
        KnowledgeKind.PackageParts => [CsvColumn.May("whole_code"), CsvColumn.Must("whole_name"), CsvColumn.Must("min_parts"), CsvColumn.Must("window")],
        KnowledgeKind.BundledItems => [CsvColumn.Must("other_codes"), CsvColumn.Must("other_name"), CsvColumn.Must("window")],
        KnowledgeKind.IncisionGroups => [CsvColumn.Must("group_name"), CsvColumn.May("rate")],
        KnowledgeKind.SwapPairs => [CsvColumn.May("other_codes"), CsvColumn.May("other_name"), CsvColumn.May("against")],
        _ => HerbAndDrugReader.ColumnsOf(kind),
    };

    /// <summary>The row without item, dates and origin; null where it says nothing usable, which was reported.</summary>
    public static KnowledgeRow? ReadRow(CsvTable table, KnowledgeKind kind, CodeTables codes, ItemCodes items) => kind switch
    {
        KnowledgeKind.ExclusiveSets => Set(table),
        KnowledgeKind.RequiredCompanions => Companion(table, items),
        KnowledgeKind.PackageParts => Part(table, items),
        KnowledgeKind.BundledItems => Bundled(table, items),
        KnowledgeKind.IncisionGroups => Incision(table, codes),
        KnowledgeKind.SwapPairs => Swap(table, items),
        _ => HerbAndDrugReader.ReadRow(table, kind, items),
    };

    private static string? Window(CsvTable table) => table.RequiredWord("window", Windows);

    private static ExclusiveSet? Set(CsvTable table) =>
        (table.Required("set_name"), Window(table)) is ({ } name, { } window) ? new ExclusiveSet { SetName = name, Window = window } : null;

    private static RequiredCompanion? Companion(CsvTable table, ItemCodes items)
    {
        var (others, name) = (OtherItems.Read(table, items), table.Required("other_name"));
        var most = table.Number("most_per_other", 0.0001m, Quantity.Largest, 4);
        if (table.RequiredWord("window", CompanionWindows) is not { } window || DaysOf(table, window) is not { } days || others is null || name is null)
            return null;
        return new RequiredCompanion { OtherName = name, Window = window, PeriodDays = days, MostPerOther = most, Others = others };
    }

    private static PackagePart? Part(CsvTable table, ItemCodes items)
    {
        var (name, window) = (table.Required("whole_name"), Window(table));
        var parts = table.Required("min_parts") is null ? null : table.Whole("min_parts", 2, MostParts);
        if (table.Text("whole_code") is { } code && !items.Knows(code))
            table.Fault("whole_code", $"'{code}' is not in the catalogue (catalogue/items.csv).");
        else if (name is not null && window is not null && parts is { } least)
            return new PackagePart { WholeCode = table.Text("whole_code"), WholeName = name, MinParts = least, Window = window };
        return null;
    }

    private static BundledItem? Bundled(CsvTable table, ItemCodes items) =>
        (OtherItems.Read(table, items), table.Required("other_name"), Window(table)) is ({ } others, { } name, { } window)
            ? new BundledItem { OtherName = name, Window = window, Others = others }
            : null;

    private static IncisionGroup? Incision(CsvTable table, CodeTables codes)
    {
        const string parameter = IncisionGroup.RateParameter;
        if (table.Required("group_name") is not { } name)
            return null;
        if (table.Text("rate") is not null)
            return table.Number("rate", 0, 99.99m, 2) is { } own ? new IncisionGroup { GroupName = name, Rate = own } : null;
        if (codes.Parameters.TryGetValue(parameter, out var text) && int.TryParse(text, out var rate) && rate is >= 0 and < 100)
            return new IncisionGroup { GroupName = name, Rate = rate };
        table.Fault("rate", $"it is empty, and catalogue/parameters.csv has no {parameter} from 0 to 99.");
        return null;
    }

    /// <summary>Without others, what differs from its order in any way is looked for.</summary>
    private static SwapPair? Swap(CsvTable table, ItemCodes items)
    {
        var against = table.Word("against", [SwapPair.Ordered, SwapPair.Issued, SwapPair.Used]) ?? SwapPair.Ordered;
        if (table.NoneOf(OtherItems.Column, "other_name"))
            return new SwapPair { Against = against };
        if (against != SwapPair.Ordered)
        {
            table.Fault("against", $"what was {against} is compared with the billed item itself: such a row has no {OtherItems.Column} and no other_name.");
            return null;
        }
        return (OtherItems.Read(table, items), table.Required("other_name")) is ({ } others, { } name)
            ? new SwapPair { OtherName = name, Others = others }
            : null;
    }

    /// <summary>The days that 前后N天 calls for, 0 for other windows; null where that is not so.</summary>
    private static int? DaysOf(CsvTable table, string window)
    {
        var days = table.Whole("period_days", 0, MostDays) ?? 0;
        if (days > 0 == (window == AroundDays))
            return days;
        table.Fault(
            "period_days",
            window == AroundDays ? $"window {window} needs a number of days from 1 to {MostDays}." : $"window {window} has no period_days.");
        return null;
    }
}
