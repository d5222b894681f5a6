using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The doctor of the judged line, by the hospital's staff dictionary.</summary>
internal sealed class LineSigner(HospitalDictionary dictionary) : SignerFacts
{
    private JudgedLine? _line;
    private DateOnly _day;

    public void Set(JudgedLine line, DateOnly day) => (_line, _day) = (line, day);

    public override string? Title => Doctor?.Title;

    public override string? Department =>
        Doctor?.Department is { } department ? dictionary.FindDepartment(department, _day)?.StandardCode : null;

    public override bool? Holds(string licence) => Doctor?.Holds(licence);

    public override bool? DoerHolds(string licence) => (Find(_line?.Charge?.ExecutingDoctor) ?? DoctorIfNobodyElse)?.Holds(licence);

    private StaffMember? Doctor => Find(_line?.Order?.Doctor ?? _line?.Charge?.OrderingDoctor);

    private StaffMember? DoctorIfNobodyElse => _line?.Charge?.ExecutingDoctor is null ? Doctor : null;

    private StaffMember? Find(string? code) => code is null ? null : dictionary.FindStaff(code, _day);
}
