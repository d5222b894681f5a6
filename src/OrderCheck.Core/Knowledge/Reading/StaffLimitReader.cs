using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads limits by department and by who signs.</summary>
internal static class StaffLimitReader
{
    private static readonly string[] Whose = ["开单", "执行", "所在"];

    public static CsvColumn[] DepartmentColumns { get; } = [CsvColumn.Must("whose"), CsvColumn.Must("departments"), CsvColumn.Must("department_codes")];

    public static CsvColumn[] LicenceColumns { get; } =
    [
        CsvColumn.May("licence"), CsvColumn.May("lowest_title"), CsvColumn.May("specialists"), CsvColumn.May("speciality_codes"),
        CsvColumn.May("lowest_level"),
    ];

    public static DepartmentLimit? Department(CsvTable table)
    {
        var (whose, departments) = (table.RequiredWord("whose", Whose), table.Required("departments"));
        var codes = table.Required("department_codes") is null ? null : DepartmentCodes(table, "department_codes");
        return whose is not null && departments is not null && codes is not null
            ? new DepartmentLimit { Whose = whose, Departments = departments, DepartmentCodes = codes }
            : null;
    }

    public static LicenceLimit? Licence(CsvTable table)
    {
        var (licence, title) = (table.Word("licence", Hospitals.Licence.All), table.Word("lowest_title", DoctorTitle.All));
        var (codes, level) = (DepartmentCodes(table, "speciality_codes"), table.Whole("lowest_level", 1, 3));
        if (table.NoneOf("specialists") != table.NoneOf("speciality_codes"))
            table.Fault("specialists", "the specialists and the codes of their departments, speciality_codes, are given together.");
        else if (table.NoneOf("licence", "lowest_title", "speciality_codes"))
            table.Fault("licence", "the row must give licence, lowest_title or specialists.");
        else
        {
            return new LicenceLimit
            {
                NeededLicence = licence,
                LowestTitle = title,
                Specialists = table.Text("specialists"),
                SpecialityCodes = codes,
                LowestLevel = level,
            };
        }
        return null;
    }

    private static string? DepartmentCodes(CsvTable table, string column)
    {
        if (table.Text(column) is not { } text)
            return null;
        var codes = text.Split(CodeRanges.Separator);
        if (Array.Find(codes, code => !StandardDepartment.IsCode(code)) is not { } wrong)
            return string.Join(Words.Separator, codes);
        table.Fault(column, $"'{wrong}' is no standard code of a department, like A03 or A03.07; several are separated by '{CodeRanges.Separator}'.");
        return null;
    }
}
