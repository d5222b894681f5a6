using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads what does not go together, and how much of a herb or of a prescription is too much.</summary>
internal static class HerbAndDrugReader
{
    private const int MostDaysApart = 90;
    private const int MostPieces = 100;
    private const decimal LeastGrams = 0.001m;
    private const decimal MostGrams = 100_000;
    private const int GramDecimals = 3;

    private static readonly string[] Levels = ["禁忌", "慎用"];
    private static readonly string[] Canons = ["十八反", "十九畏", "其他"];

    /// <summary>Null where the kind is none of these.</summary>
    public static CsvColumn[]? ColumnsOf(KnowledgeKind kind) => kind switch
    {
        KnowledgeKind.DrugInteractions =>
        [
            CsvColumn.Must("other_codes"), CsvColumn.Must("other_name"), CsvColumn.Must("level"), CsvColumn.May("days_apart"), CsvColumn.Must("effect"),
        ],
        KnowledgeKind.HerbIncompatibilities => [CsvColumn.Must("other_codes"), CsvColumn.Must("other_name"), CsvColumn.Must("canon")],
        KnowledgeKind.HerbDoses => [CsvColumn.Must("max_grams")],
        KnowledgeKind.HerbPrescriptionLimits => [CsvColumn.May("max_pieces"), CsvColumn.May("max_grams_per_set"), CsvColumn.May("max_grams")],
        _ => null,
    };

    public static KnowledgeRow? ReadRow(CsvTable table, KnowledgeKind kind, ItemCodes items) => kind switch
    {
        KnowledgeKind.DrugInteractions => Interaction(table, items),
        KnowledgeKind.HerbIncompatibilities => Incompatibility(table, items),
        KnowledgeKind.HerbDoses => table.RequiredNumber("max_grams", LeastGrams, MostGrams, GramDecimals) is { } most ? new HerbDose { MaxGrams = most } : null,
        _ => Prescription(table),
    };

    private static DrugInteraction? Interaction(CsvTable table, ItemCodes items)
    {
        var (others, name, effect) = (OtherItems.Read(table, items), table.Required("other_name"), table.Required("effect"));
        var (level, days) = (table.RequiredWord("level", Levels), table.Whole("days_apart", 0, MostDaysApart) ?? 0);
        return others is not null && name is not null && effect is not null && level is not null
            ? new DrugInteraction { OtherName = name, Level = level, DaysApart = days, Effect = effect, Others = others }
            : null;
    }

    private static HerbIncompatibility? Incompatibility(CsvTable table, ItemCodes items) =>
        (OtherItems.Read(table, items), table.Required("other_name"), table.RequiredWord("canon", Canons)) is ({ } others, { } name, { } canon)
            ? new HerbIncompatibility { OtherName = name, Canon = canon, Others = others }
            : null;

    private static HerbPrescriptionLimit? Prescription(CsvTable table)
    {
        var (pieces, perSet, grams) = (table.Whole("max_pieces", 1, MostPieces), Grams(table, "max_grams_per_set"), Grams(table, "max_grams"));
        if (!table.NoneOf("max_pieces", "max_grams_per_set", "max_grams"))
            return pieces is null && perSet is null && grams is null ? null : new HerbPrescriptionLimit { MaxPieces = pieces, MaxGramsPerSet = perSet, MaxGrams = grams };
        table.Fault("max_pieces", "the row must give max_pieces, max_grams_per_set or max_grams.");
        return null;
    }

    private static decimal? Grams(CsvTable table, string column) => table.Number(column, LeastGrams, MostGrams, GramDecimals);
}
