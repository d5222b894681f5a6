using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads contraindications: each row has one ground, so that each can be told of by itself.</summary>
internal static class ContraindicationReader
{
    /// <summary>One character, 碘 say, is in too many names.</summary>
    private const int ShortestSubstance = 2;

    private static readonly string[] Degrees = ["禁用", "慎用"];
    private static readonly string[] Grounds = ["icd_codes", "pregnancy", "allergens"];
    private static readonly string[] States = ["妊娠", "哺乳"];

    public static CsvColumn[] Columns { get; } =
    [
        CsvColumn.Must("degree"), CsvColumn.Must("ground"), CsvColumn.May("icd_codes"), CsvColumn.May("pregnancy"), CsvColumn.May("allergens"),
        .. CodingFields.Columns,
    ];

    public static Contraindication? Read(CsvTable table)
    {
        var (degree, ground) = (table.RequiredWord("degree", Degrees), table.Required("ground"));
        var (icd, states, substances) = (CodingFields.Ranges(table, "icd_codes"), table.Words("pregnancy", States), Substances(table));
        var grounds = Grounds.Count(column => !table.NoneOf(column));
        if (grounds != 1)
            table.Fault("ground", $"the row must give one of icd_codes, pregnancy and allergens; it gives {grounds}.");
        if (degree is null || ground is null || grounds != 1 || (icd is null && states is null && substances is null))
            return null;
        return CodingFields.With(table, new Contraindication
        {
            Degree = degree,
            Ground = ground,
            Icd = icd,
            Pregnancy = states,
            Allergens = substances is null ? null : string.Join(Words.Separator, substances),
            Substances = substances ?? [],
        });
    }

    private static string[]? Substances(CsvTable table)
    {
        var substances = table.Text("allergens")?.Split(CodeRanges.Separator);
        if (Array.Find(substances ?? [], substance => substance.Length < ShortestSubstance) is { } tooShort)
            table.Fault("allergens", $"'{tooShort}' has fewer than {ShortestSubstance} characters; several substances are separated by '{CodeRanges.Separator}'.");
        return substances;
    }
}
