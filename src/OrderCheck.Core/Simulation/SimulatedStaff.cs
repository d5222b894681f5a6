using System.Text;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Simulation;

/// <summary>
/// Who works in the demo hospital, as dictionaries have it: in each department the first doctors are of the highest titles, and
/// licences follow the titles as 《抗菌药物临床应用管理办法》第二十四条 gives them. What a hospital puts itself takes its place.
/// </summary>
internal static class SimulatedStaff
{
    private const string Source = "示例：示范医院人员";

    /// <summary>From the first doctor of a department on; who follows is as the last.</summary>
    private static readonly (string Title, string Licences)[] Ranks =
    [
        ("主任医师", "抗菌药物特殊使用级|抗肿瘤药物限制使用级|麻醉药品和第一类精神药品"),
        ("副主任医师", "抗菌药物特殊使用级|麻醉药品和第一类精神药品"),
        ("主治医师", "抗菌药物限制使用级|麻醉药品和第一类精神药品"),
        ("主治医师", "抗菌药物限制使用级|麻醉药品和第一类精神药品"),
        ("住院医师", "抗菌药物非限制使用级"),
    ];

    public static IReadOnlyList<RuleFile> Files { get; } =
    [
        new("dictionary/departments.csv", Departments()),
        new("dictionary/staff.csv", Staff()),
    ];

    private static string Departments()
    {
        var text = new StringBuilder("department_code,standard_code,name,source\n");
        foreach (var department in SimulatedDepartment.All)
            text.AppendJoin(',', department.Code, department.StandardCode, department.Name, Source).Append('\n');
        return text.ToString();
    }

    private static string Staff()
    {
        var text = new StringBuilder("staff_code,title,licences,department_code,source\n");
        foreach (var department in SimulatedDepartment.All)
        {
            for (var place = 0; place < department.Doctors.Count; place++)
            {
                var (title, licences) = Ranks[Math.Min(place, Ranks.Length - 1)];
                text.AppendJoin(',', department.Doctors[place], title, licences, department.Code, Source).Append('\n');
            }
        }
        return text.ToString();
    }
}
