using System.Globalization;
using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Catalogue.Diseases;

/// <summary>Reads catalogue/disease_terms.csv.</summary>
internal static class DiseaseTermReader
{
    private static readonly string[] Uses = ["诊断", "略过", "不可编码"];

    private static readonly CsvColumn[] Columns =
    [
        CsvColumn.Must("term"), CsvColumn.Must("use"), CsvColumn.Must("icd_codes"), CsvColumn.Must("coded_by"), CsvColumn.Must("coded_on"),
        CsvColumn.May("confirmed_by"), CsvColumn.May("note"),
    ];

    /// <summary>Whether the folder's table can be read: importers use it, a release has no need of it.</summary>
    public static void Check(RuleFolder folder, List<Fault> faults)
    {
        if (folder.Find(CatalogueFiles.DiseaseTerms) is { } file)
            Read(file, faults);
    }

    public static DiseaseTerms Read(RuleFile file, List<Fault> faults)
    {
        var terms = new DiseaseTerms();
        if (CsvTable.Open(file, Columns, faults) is not { } opened)
            return terms;
        using var table = opened;
        while (table.Next())
        {
            if (ReadTerm(table) is { } term && !terms.TryAdd(term))
                table.Fault("term", $"'{term.Phrase}' is there twice.");
        }
        return terms;
    }

    private static DiseaseTerm? ReadTerm(CsvTable table)
    {
        var (phrase, use, codes) = (table.Required("term"), table.RequiredWord("use", Uses), table.Text("icd_codes"));
        var (by, on, confirmed) = (table.Required("coded_by"), table.Required("coded_on") is null ? null : table.Date("coded_on"), table.Text("confirmed_by"));
        var diagnosis = use == Uses[0];
        if (use is not null && diagnosis != codes is not null)
            table.Fault("icd_codes", diagnosis ? "a 诊断 needs its ICD-10 codes." : $"only a 诊断 has codes, this is {use}.");
        if (codes is not null && !CodeRanges.TryParse(codes, CodeForm.Diagnosis, out _, out var fault))
        {
            table.Fault("icd_codes", fault);
            return null;
        }
        return phrase is null || use is null || by is null || on is not { } day
            ? null
            : new DiseaseTerm(
                phrase, (DiseaseTermUse)(Array.IndexOf(Uses, use) + 1), codes?.Split(CodeRanges.Separator, StringSplitOptions.TrimEntries) ?? [],
                by, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), confirmed);
    }
}
