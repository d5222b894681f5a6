using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The departments of the judged line: who ordered it, who carries it out, where the patient lies at the time of use.</summary>
internal sealed class LinePlaces(Stay stay, HospitalDictionary dictionary) : PlaceFacts
{
    private JudgedLine? _line;
    private DateTimeOffset _at;
    private DateOnly _day;

    public void Set(JudgedLine line, DateTimeOffset at, DateOnly day) => (_line, _at, _day) = (line, at, day);

    public override string? Of(string whose) => CodeOf(whose) is { } code ? dictionary.FindDepartment(code, _day)?.StandardCode : null;

    public override string NameOf(string whose) =>
        CodeOf(whose) is { } code ? dictionary.FindDepartment(code, _day)?.Name ?? code : base.NameOf(whose);

    private string? CodeOf(string whose) => whose switch
    {
        "开单" => _line?.Charge?.OrderingDepartment ?? _line?.Order?.Department,
        "执行" => _line?.Charge?.ExecutingDepartment,
        "所在" => Lying(),
        _ => throw new ArgumentException($"A department is 开单, 执行 or 所在, not '{whose}'."),
    };

    /// <summary>Before the first known place that place: it is the best guess.</summary>
    private string? Lying()
    {
        var department = stay.Places.IsEmpty ? null : stay.Places[0].Department;
        foreach (var place in stay.Places)
        {
            if (place.From <= _at)
                department = place.Department;
        }
        return department;
    }
}
