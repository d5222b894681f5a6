using System.Collections.Immutable;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Checks;

/// <summary>Whether a settlement list says what the encounter's own record says. What the list leaves empty is compared with nothing.</summary>
internal sealed class ListedRecord(SettlementList list, Stay stay, HospitalDictionary dictionary, DateOnly day)
{
    private readonly TimeZoneInfo _zone = dictionary.Hospital.TimeZone;

    public string? Registration()
    {
        if (stay.AdmittedAt is not { } admitted)
            return null;
        var (patient, told, known) = (list.Patient, list.Stay, stay.Details);
        var misfits = new Misfits();
        Differ(misfits, "性别", NameOf(patient.Sex), NameOf(known.Sex));
        // The date itself is the patient's: that it differs is enough.
        misfits.AddIf(patient.BirthTime is { } birth && known.BirthTime is { } born && _zone.Day(birth) != _zone.Day(born), "出生日期与登记不同");
        Differ(misfits, "医保类型", patient.InsuType, stay.InsuTypeAt(stay.DischargedAt ?? DateTimeOffset.MaxValue));
        Differ(misfits, "医疗类型", told.MedType, known.MedType);
        Differ(misfits, "入院日期", Said(told.AdmittedAt), Said(admitted));
        Differ(misfits, "出院日期", Said(told.DischargedAt), Said(stay.DischargedAt));
        Department(misfits, "入院科别", told.AdmissionDepartment, stay.Places.FirstOrDefault(static place => place.Department is not null)?.Department);
        Department(misfits, "出院科别", told.DischargeDepartment, known.Department);
        Differ(misfits, "离院方式", WayOf(told.WayOfDischarge), WayOf(stay.WayOfDischarge));
        return misfits.Text;
    }

    public string? Diagnoses()
    {
        // Suspected ones need not come true, and an infant's are on the infant's own list.
        DiagnosisRecorded[] recorded = [.. stay.Diagnoses.Where(static diagnosis => diagnosis is { Suspected: false, InfantNo: null })];
        if (list.Diagnoses.Count == 0 || recorded.Length == 0)
            return null;
        var misfits = new Misfits();
        foreach (var diagnosis in recorded)
            misfits.AddIf(list.Diagnoses.All(listed => listed.Code != diagnosis.Code), $"清单没有诊断【{Named(diagnosis.Code, diagnosis.Name)}】");
        foreach (var listed in list.Diagnoses)
            misfits.AddIf(!Array.Exists(recorded, diagnosis => diagnosis.Code == listed.Code), $"病历没有诊断【{Named(listed.Code, listed.Name)}】");
        if (stay.PrincipalDiagnosis is { } principal && list.Diagnoses.Where(static listed => listed.Principal).ToList() is { Count: > 0 } principals)
        {
            misfits.AddIf(
                principals.TrueForAll(listed => listed.Code != principal.Code),
                $"主要诊断：清单为【{Named(principals[0].Code, principals[0].Name)}】，病历为【{Named(principal.Code, principal.Name)}】");
        }
        return misfits.Text;
    }

    public string Operations()
    {
        var misfits = new Misfits();
        foreach (var done in stay.Procedures)
            misfits.AddIf(list.Procedures.All(listed => listed.Code != done.Code), $"清单没有手术操作【{Named(done.Code, done.Name)}】");
        foreach (var listed in list.Procedures)
        {
            var same = stay.Procedures.Where(done => done.Code == listed.Code).ToImmutableArray();
            if (same.IsEmpty)
                misfits.Add($"病历没有手术操作【{Named(listed.Code, listed.Name)}】");
            else if (listed.BeganAt is { } began && same.All(done => _zone.Day(done.OccurredAt) != _zone.Day(began)))
                misfits.Add($"【{Named(listed.Code, listed.Name)}】的日期：清单为{Said(began)}，病历为{Said(same[0].OccurredAt)}");
        }
        return misfits.Text!;
    }

    private static void Differ(Misfits misfits, string what, string? listed, string? known) =>
        misfits.AddIf(listed is not null && known is not null && listed != known, $"{what}：清单为{listed}，登记为{known}");

    /// <summary>The list may have the department's own code, or the standard one of it.</summary>
    private void Department(Misfits misfits, string what, string? listed, string? known)
    {
        if (known is null || dictionary.FindDepartment(known, day)?.StandardCode != listed)
            Differ(misfits, what, listed, known);
    }

    private static string? NameOf(Sex? sex) => sex switch { Sex.Male => "男", Sex.Female => "女", Sex.Indeterminate => "其他", _ => null };

    /// <summary>Null for what is no code of dscg_way: a HIS may tell of a discharge in words of its own.</summary>
    private static string? WayOf(string? code) => code switch
    {
        "1" => "医嘱离院",
        "2" => "医嘱转院",
        "3" => "医嘱转社区",
        "4" => "非医嘱离院",
        "5" => "死亡",
        "9" => "其他",
        _ => null,
    };

    private string? Said(DateTimeOffset? at) => at is { } moment ? $"{_zone.Day(moment):yyyy-MM-dd}" : null;

    private static string Named(string code, string? name) => name is null ? code : $"{code} {name}";
}
