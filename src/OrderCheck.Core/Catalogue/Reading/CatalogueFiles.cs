using System.Collections.Frozen;
using OrderCheck.Core.Catalogue.Diseases;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Catalogue.Reading;

/// <summary>Reads the small tables under catalogue/ (codes, age groups, parameters). A file that is not there is an empty table.</summary>
internal static class CatalogueFiles
{
    public const string Items = "catalogue/items.csv";
    public const string Frequencies = "catalogue/frequencies.csv";
    public const string InsuranceTypes = "catalogue/insurance_types.csv";
    public const string MedTypes = "catalogue/med_types.csv";
    public const string Categories = "catalogue/categories.csv";
    public const string AgeGroups = "catalogue/age_groups.csv";
    public const string OwnShares = "catalogue/own_shares.csv";
    public const string Parameters = "catalogue/parameters.csv";
    public const string DiseaseTerms = "catalogue/disease_terms.csv";

    public static readonly IReadOnlyList<string> AgeUnits = ["岁", "月", "天"];

    public static readonly IReadOnlyList<string> Modes = ["住院", "门诊", "急诊", "互联网"];

    public static IReadOnlyList<string> All { get; } = [Items, Frequencies, InsuranceTypes, MedTypes, Categories, AgeGroups, OwnShares, Parameters, DiseaseTerms];

    /// <summary>The first birthday at which nobody is a child any more, 14 or 18: the region says which.</summary>
    private const string ChildAge = "child_age";

    private const string Child = "儿童";

    private static readonly string[] ChildAges = ["14", "18"];

    public static CodeTables ReadCodes(RuleFolder folder, List<Fault> faults)
    {
        var codes = ReadTables(folder, faults);
        DiseaseTermReader.Check(folder, faults);
        return codes.Parameters.TryGetValue(ChildAge, out var text) && int.TryParse(text, out var age) && codes.AgeGroups.TryGetValue(Child, out var child)
            ? codes with { AgeGroups = With(codes.AgeGroups, child with { MinAge = 0, MaxAge = age - 1, AgeUnit = "岁" }) }
            : codes;
    }

    private static FrozenDictionary<string, AgeGroup> With(FrozenDictionary<string, AgeGroup> groups, AgeGroup group) =>
        groups.Values.Select(known => known.Name == group.Name ? group : known).ToFrozenDictionary(known => known.Name, StringComparer.Ordinal);

    private static CodeTables ReadTables(RuleFolder folder, List<Fault> faults) => new()
    {
        InsuranceTypes = Table(folder, InsuranceTypes, ["code", "name", "insurance"], [], InsuranceTypeOf, faults),
        MedTypes = Table(folder, MedTypes, ["code", "name", "mode"], [], MedTypeOf, faults),
        Frequencies = Table(
            folder, Frequencies, ["code", "name", "times", "period_days"], ["every_hours", "source"], FrequencyOf, faults,
            StringComparer.OrdinalIgnoreCase),
        Categories = Table(folder, Categories, ["code", "name"], [], CategoryOf, faults),
        AgeGroups = Table(folder, AgeGroups, ["age_group", "age_unit"], ["min_age", "max_age", "source"], AgeGroupOf, faults),
        Parameters = Table(folder, Parameters, ["name", "value"], ["source"], ParameterOf, faults),
    };

    private static FrozenDictionary<string, T> Table<T>(
        RuleFolder folder, string path, string[] must, string[] may, Func<CsvTable, T?> read, List<Fault> faults,
        StringComparer? comparer = null)
        where T : class
    {
        var entries = new Dictionary<string, T>(comparer ?? StringComparer.Ordinal);
        CsvColumn[] columns = [.. must.Select(CsvColumn.Must), .. may.Select(CsvColumn.May)];
        if (folder.Find(path) is not { } file || CsvTable.Open(file, columns, faults) is not { } opened)
            return entries.ToFrozenDictionary(entries.Comparer);
        using var table = opened;
        while (table.Next())
        {
            if (table.Required(must[0]) is { } key && read(table) is { } entry && !entries.TryAdd(key, entry))
                table.Fault(must[0], $"'{key}' is there twice.");
        }
        return entries.ToFrozenDictionary(entries.Comparer);
    }

    private static InsuranceType? InsuranceTypeOf(CsvTable table) =>
        (table.Text("code"), table.Required("name"), table.Required("insurance")) is ({ } code, { } name, { } insurance)
            ? new(code, name, insurance)
            : null;

    private static MedType? MedTypeOf(CsvTable table) =>
        (table.Text("code"), table.Required("name"), table.RequiredWord("mode", Modes)) is ({ } code, { } name, { } mode)
            ? new(code, name, mode)
            : null;

    private static ChargeCategory? CategoryOf(CsvTable table) =>
        (table.Text("code"), table.Required("name")) is ({ } code, { } name) ? new(code, name) : null;

    private static Frequency? FrequencyOf(CsvTable table)
    {
        var (code, name) = (table.Text("code"), table.Required("name"));
        var (times, period, hours) = (table.Whole("times", 0, 96), table.Whole("period_days", 0, 366), table.Whole("every_hours", 1, 8_784));
        if (table.Required("times") is null | table.Required("period_days") is null)
            return null;
        return code is not null && name is not null && times is { } t && period is { } p
            ? new Frequency(code, name, t, p, hours, table.Text("source"))
            : null;
    }

    private static AgeGroup? AgeGroupOf(CsvTable table)
    {
        var (min, max) = (table.Whole("min_age", 0, 73_000), table.Whole("max_age", 0, 73_000));
        var unit = table.RequiredWord("age_unit", AgeUnits);
        if (table.NoneOf("min_age", "max_age"))
            table.Fault("age_group", "min_age or max_age must be given.");
        else if (max < min)
            table.Fault("max_age", $"{max} is less than min_age {min}.");
        return table.Text("age_group") is { } name && unit is not null ? new AgeGroup(name, min, max, unit, table.Text("source")) : null;
    }

    private static string? ParameterOf(CsvTable table) =>
        table.Text("name") == ChildAge ? table.RequiredWord("value", ChildAges) : table.Required("value");
}
