namespace OrderCheck.Core.Simulation;

/// <summary>A department of the demo hospital.</summary>
/// <param name="Code">The hospital's own code, "A03.04".</param>
/// <param name="StandardCode">Of the 《医疗机构诊疗科目名录》.</param>
/// <param name="Ward">Its ward's code.</param>
/// <param name="Doctors">Staff codes; a name is never made up.</param>
public sealed record SimulatedDepartment(string Code, string StandardCode, string Name, string Ward, IReadOnlyList<string> Doctors)
{
    /// <summary>Six departments with forty doctors in all.</summary>
    public static IReadOnlyList<SimulatedDepartment> All { get; } =
    [
        Of("A03.04", "心血管内科", "W03", 1, 8),
        Of("A03.02", "神经内科", "W04", 9, 6, "A03.03"),
        Of("A03.01", "呼吸内科", "W05", 15, 7),
        Of("A04.01", "普通外科", "W06", 22, 8),
        Of("A04.03", "骨科", "W07", 30, 6),
        Of("A05.02", "产科", "W08", 36, 5),
    ];

    private static SimulatedDepartment Of(string code, string name, string ward, int first, int count, string? standard = null) =>
        new(code, standard ?? code, name, ward, [.. Enumerable.Range(first, count).Select(number => $"D{number:000}")]);
}
