namespace OrderCheck.Core.Hospitals;

/// <summary>Reads the rows of staff.csv and departments.csv.</summary>
internal static class StaffFiles
{
    private const char Separator = '|';

    private static readonly string[] Dated = ["effective_from", "effective_to", "source"];

    public static IEnumerable<KeyValuePair<string, (string[] Must, string[] May, Action<DictionaryTable, DictionaryRows> Fill)>> All { get; } =
    [
        new("staff.csv", (["staff_code", "title"], ["licences", "department_code", .. Dated], static (table, rows) =>
            DictionaryReader.Fill(table, rows.Staff, static t => new StaffMember(
                t.Required("staff_code"), t.OneOf("title", DoctorTitle.All), Licences(t), t.Optional("department_code"))))),
        new("departments.csv", (["department_code", "standard_code", "name"], Dated, static (table, rows) =>
            DictionaryReader.Fill(table, rows.Departments, static t => new DepartmentMapping(
                t.Required("department_code"), StandardCode(t), t.Required("name"))))),
    ];

    private static string[] Licences(DictionaryTable table)
    {
        var licences = table.Optional("licences")?.Split(Separator) ?? [];
        if (Array.Find(licences, licence => !Licence.All.Contains(licence)) is { } unknown)
            table.Fault("licences", $"'{unknown}' is not one of {string.Join(", ", Licence.All)}; several are separated by '{Separator}'.");
        return licences;
    }

    private static string StandardCode(DictionaryTable table)
    {
        var code = table.Required("standard_code");
        if (code.Length > 0 && !StandardDepartment.IsCode(code))
            table.Fault("standard_code", $"'{code}' is no standard code of a department, like A03 or A03.07.");
        return code;
    }
}
