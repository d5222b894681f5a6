using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads ages: given as a group, which age_groups.csv resolves, or as numbers.</summary>
internal static class AgeLimitReader
{
    /// <summary>200 years in days.</summary>
    public const int MostAge = 73_000;

    public static AgeLimit? Read(CsvTable table, CodeTables codes)
    {
        var (min, max) = (table.Whole("min_age", 0, MostAge), table.Whole("max_age", 0, MostAge));
        var unit = table.Word("age_unit", CatalogueFiles.AgeUnits);
        if (table.Text("age_group") is { } group)
            return OfGroup(table, codes, group);
        if (table.NoneOf("min_age", "max_age"))
            table.Fault("age_group", "the row must give age_group, or min_age or max_age.");
        else if (table.NoneOf("age_unit"))
            table.Fault("age_unit", $"the age needs a unit: {string.Join(", ", CatalogueFiles.AgeUnits)}.");
        else if (max < min)
            table.Fault("max_age", $"{max} is less than min_age {min}.");
        else if (unit is not null)
            return new AgeLimit { MinAge = min, MaxAge = max, AgeUnit = unit };
        return null;
    }

    private static AgeLimit? OfGroup(CsvTable table, CodeTables codes, string name)
    {
        if (table.Text("min_age") is not null || table.Text("max_age") is not null)
            table.Fault("age_group", $"the row gives both the group '{name}' and ages.");
        else if (!codes.AgeGroups.TryGetValue(name, out var group))
            table.Fault("age_group", $"'{name}' is not in {CatalogueFiles.AgeGroups}: {string.Join(", ", codes.AgeGroups.Keys)}.");
        else
            return new AgeLimit { Group = group.Name, MinAge = group.MinAge, MaxAge = group.MaxAge, AgeUnit = group.AgeUnit };
        return null;
    }
}
