using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>
/// The doctor of the judged line, by the hospital's staff dictionary. Of a doctor whom it does not know, the title as the HIS tells
/// it with the order: the dictionary is dated, kept by the insurance office and the same for every channel; a title in a message is
/// whatever that workstation has.
/// </summary>
internal sealed class LineSigner(HospitalDictionary dictionary) : SignerFacts
{
    private JudgedLine? _line;
    private DateOnly _day;

    public void Set(JudgedLine line, DateOnly day) => (_line, _day) = (line, day);

    public override string? Title => Doctor is { } known ? known.Title : Told;

    public override string? Department =>
        Doctor?.Department is { } department ? dictionary.FindDepartment(department, _day)?.StandardCode : null;

    public override bool? Holds(string licence) =>
        Doctor is { } known ? known.Holds(licence) : Told is { } title && Licence.IsBeyond(title, licence) ? false : null;

    public override bool? DoerHolds(string licence) => (Find(_line?.Charge?.ExecutingDoctor) ?? DoctorIfNobodyElse)?.Holds(licence);

    /// <summary>That somebody is 其他 is also said where the HIS has nothing to say.</summary>
    private string? Told => _line?.Order?.DoctorTitle is { } title && title != DoctorTitle.Other ? title : null;

    private StaffMember? Doctor => Find(_line?.Order?.Doctor ?? _line?.Charge?.OrderingDoctor);

    private StaffMember? DoctorIfNobodyElse => _line?.Charge?.ExecutingDoctor is null ? Doctor : null;

    private StaffMember? Find(string? code) => code is null ? null : dictionary.FindStaff(code, _day);
}
