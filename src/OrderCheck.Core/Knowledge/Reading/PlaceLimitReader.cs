using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads limits of insurance, facility and visit.</summary>
internal static class PlaceLimitReader
{
    private static readonly string[] Insurances = ["职工", "居民", "工伤", "生育"];
    private static readonly string[] FacilityTypes = ["综合", "专科", "中医", "基层"];

    public static InsuranceLimit? Insurance(CsvTable table) =>
        table.Required("insurance") is not null && table.Words("insurance", Insurances) is { } insurance
            ? new InsuranceLimit { Insurance = insurance }
            : null;

    public static FacilityLimit? Facility(CsvTable table)
    {
        var (lowest, highest) = (table.Whole("lowest_level", 1, 3), table.Whole("highest_level", 1, 3));
        var (specialist, types) = (table.Whole("specialist_level", 1, 3), table.Words("facility_types", FacilityTypes));
        if (specialist is not null && !(specialist < lowest))
            table.Fault("specialist_level", "it must be less than lowest_level, which is for the other facilities.");
        else if (highest < lowest)
            table.Fault("highest_level", $"{highest} is less than lowest_level {lowest}.");
        else if (table.NoneOf("lowest_level", "highest_level", "facility_types"))
            table.Fault("lowest_level", "the row must give lowest_level, highest_level or facility_types.");
        else
            return new FacilityLimit { LowestLevel = lowest, HighestLevel = highest, Types = types, SpecialistLevel = specialist };
        return null;
    }

    public static VisitLimit? Visit(CsvTable table)
    {
        var (allowed, denied) = (table.Words("allowed_modes", CatalogueFiles.Modes), table.Words("denied_modes", CatalogueFiles.Modes));
        if (!table.NoneOf("allowed_modes", "denied_modes"))
            return new VisitLimit { AllowedModes = allowed, DeniedModes = denied };
        table.Fault("allowed_modes", "the row must give allowed_modes or denied_modes.");
        return null;
    }
}
