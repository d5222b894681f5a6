using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads limits on how drugs are ordered: dose, duplicates, days of supply.</summary>
internal static class DrugLimitReader
{
    private const decimal LargestDose = 1_000_000_000m;
    private const decimal HeaviestKg = 700m;
    private const int DoseDecimals = 6;
    private const int MostKinds = 20;
    private const int LongestSupply = 366;
    private const string SameName = "同通用名";
    private const string SameClass = "同类";

    private static readonly string[] YesOrNo = ["是", "否"];
    private static readonly string[] Levels = [SameName, SameClass];
    private static readonly string[] Prescriptions = ["门诊", "急诊", "互联网", SupplyLimit.Discharge, SupplyLimit.LongPrescription];

    public static readonly CsvColumn[] DoseColumns =
    [
        CsvColumn.Must("dose_unit"), CsvColumn.May("per_kg"), CsvColumn.May("max_single"), CsvColumn.May("min_single"),
        CsvColumn.May("max_daily"), CsvColumn.May("age_group"), CsvColumn.May("min_age"),
        CsvColumn.May("max_age"), CsvColumn.May("age_unit"), CsvColumn.May("min_weight_kg"), CsvColumn.May("max_weight_kg"), CsvColumn.May("routes"),
        CsvColumn.May("per_m2"), CsvColumn.May("min_daily"),
    ];

    public static readonly CsvColumn[] DuplicateColumns =
    [
        CsvColumn.Must("level"), CsvColumn.May("class_name"), CsvColumn.May("max_kinds"), CsvColumn.May("combined_items"), CsvColumn.May("except_items"),
    ];

    public static readonly CsvColumn[] SupplyColumns = [CsvColumn.Must("prescription"), CsvColumn.Must("max_days")];

    public static DoseLimit? Dose(CsvTable table, CodeTables codes)
    {
        var (unit, perKg) = (table.Required("dose_unit"), table.Word("per_kg", YesOrNo) == "是");
        var perM2 = table.Word("per_m2", YesOrNo) == "是";
        var (maxSingle, minSingle, maxDaily, minDaily) = (Amount("max_single"), Amount("min_single"), Amount("max_daily"), Amount("min_daily"));
        var (minWeight, maxWeight) = (table.Number("min_weight_kg", 0, HeaviestKg, 3), table.Number("max_weight_kg", 0, HeaviestKg, 3));
        var everyAge = table.NoneOf("age_group", "min_age", "max_age", "age_unit");
        var ages = everyAge ? new AgeLimit { AgeUnit = CatalogueFiles.AgeUnits[0] } : AgeLimitReader.Read(table, codes);
        if (table.NoneOf("max_single", "min_single", "max_daily", "min_daily"))
            table.Fault("max_single", "the row must give max_single, min_single, max_daily or min_daily.");
        else if (perKg && perM2)
            table.Fault("per_m2", "a dose is for a kilogram or for a square metre, not for both.");
        else if (maxDaily < minDaily)
            table.Fault("max_daily", $"{maxDaily} is less than min_daily {minDaily}.");
        else if (maxSingle < minSingle)
            table.Fault("max_single", $"{maxSingle} is less than min_single {minSingle}.");
        else if (perKg && (minSingle ?? minDaily) is not null)
            table.Fault("per_kg", "a least dose is given for the patient, not for a kilogram.");
        else if (perM2 && (minSingle ?? minDaily) is not null)
            table.Fault("per_m2", "a least dose is given for the patient, not for a square metre.");
        else if (maxWeight <= minWeight)
            table.Fault("max_weight_kg", $"{maxWeight} is not more than min_weight_kg {minWeight}.");
        else if (unit is not null && ages is not null)
        {
            return new DoseLimit
            {
                DoseUnit = unit,
                PerKg = perKg,
                PerM2 = perM2,
                MaxSingle = maxSingle,
                MinSingle = minSingle,
                MaxDaily = maxDaily,
                MinDaily = minDaily,
                MinAge = ages.MinAge,
                MaxAge = ages.MaxAge,
                AgeUnit = ages.AgeUnit,
                MinWeight = minWeight,
                MaxWeight = maxWeight,
                Routes = table.Text("routes")?.Replace('|', Words.Separator),
            };
        }
        return null;

        decimal? Amount(string column) => table.Number(column, 0, LargestDose, DoseDecimals);
    }

    public static DuplicateLimit? Duplicate(CsvTable table, ItemCodes items)
    {
        var (level, kinds) = (table.RequiredWord("level", Levels), table.Whole("max_kinds", 1, MostKinds));
        if (level == SameName && !table.NoneOf("class_name", "max_kinds"))
            table.Fault("level", $"{SameName} has no class_name and no max_kinds.");
        else if (level == SameClass && table.NoneOf("class_name"))
            table.Fault("class_name", "the class has no name for the reader.");
        else if (level is not null && KnowAll(table, items, "combined_items") && KnowAll(table, items, "except_items"))
        {
            return new DuplicateLimit
            {
                Level = level,
                ClassName = table.Text("class_name"),
                MaxKinds = kinds ?? 1,
                CombinedItems = table.Text("combined_items")?.Replace('|', Words.Separator),
                ExceptItems = table.Text("except_items")?.Replace('|', Words.Separator),
            };
        }
        return null;
    }

    public static SupplyLimit? Supply(CsvTable table)
    {
        var (prescription, days) = (table.RequiredWord("prescription", Prescriptions), table.Required("max_days"));
        return table.Whole("max_days", 1, LongestSupply) is { } most && prescription is not null && days is not null
            ? new SupplyLimit { Prescription = prescription, MaxDays = most }
            : null;
    }

    private static bool KnowAll(CsvTable table, ItemCodes items, string column) =>
        table.Text(column) is not { } text || Array.TrueForAll(text.Split('|'), code => items.KnowsAny(table, column, code));
}
