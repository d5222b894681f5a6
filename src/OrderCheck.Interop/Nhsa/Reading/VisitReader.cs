using OrderCheck.Core.Encounters;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads fsi_encounter_dtos.</summary>
internal sealed class VisitReader(ReadingContext context, ChildReader children)
{
    private const string AnyOutpatientVisit = "11";
    private const string AnyStay = "21";
    private const string AnyPurchase = "41";

    public ReadVisit Read(ref JsonWalk walk)
    {
        var visit = new ReadVisit { Path = walk.Path.ToString() };
        walk.Enter(out _);
        var seen = 0UL;
        for (var slot = walk.Member(context.Fields.Visit, ref seen); slot != JsonWalk.End; slot = walk.Member(context.Fields.Visit, ref seen))
            Set(visit, (VisitField)slot, ref walk);
        visit.Stay = visit.Stay with
        {
            MdtrtId = visit.Id,
            Department = visit.DischargingDepartment ?? visit.AdmittingDepartment,
            MedType = visit.Stay.MedType ?? MedTypeOf(visit.VisitKind),
            InsuType = visit.SelfPay ? RegionWords.SelfPay : visit.Stay.InsuType,
        };
        return visit;
    }

    private void Set(ReadVisit visit, VisitField field, ref JsonWalk walk)
    {
        switch (field)
        {
            case VisitField.Id: visit.Id = walk.Id(); break;
            case VisitField.PatientId: visit.PatientId = walk.Id(); break;
            case VisitField.FacilityType: visit.FacilityType = walk.Meaning(context.Profile, NhsaTables.FacilityType); break;
            case VisitField.FacilityLevel: visit.FacilityLevel = walk.Meaning(context.Profile, NhsaTables.FacilityLevel) is [var level] ? level - '0' : null; break;
            case VisitField.Ward: visit.Stay = visit.Stay with { Ward = walk.Id() }; break;
            case VisitField.Bed: visit.Stay = visit.Stay with { Bed = walk.Id() }; break;
            case VisitField.AdmittedAt: visit.AdmittedAt = walk.Time(context.Zone, context.Events); break;
            case VisitField.DischargedAt:
                visit.DischargePath = walk.Path.ToString();
                visit.DischargedAt = walk.Time(context.Zone, context.Events);
                break;
            case VisitField.MainDiagnosis: visit.MainDiagnosis = walk.Id(); break;
            case VisitField.MainDiagnosisName: visit.MainDiagnosisName = walk.Text(); break;
            case VisitField.Diagnoses: children.Diagnoses(ref walk, visit.Children); break;
            case VisitField.Doctor: visit.Stay = visit.Stay with { AttendingDoctor = walk.Id() }; break;
            case VisitField.AdmittingDepartment: visit.AdmittingDepartment = walk.Id(); break;
            case VisitField.DischargingDepartment: visit.DischargingDepartment = walk.Id(); break;
            case VisitField.VisitKind: visit.VisitKind = VisitKind(ref walk); break;
            case VisitField.MedType: visit.Stay = visit.Stay with { MedType = Translated(ref walk, NhsaTables.MedType) }; break;
            case VisitField.Lines: children.Lines(ref walk, visit.Children); break;
            case VisitField.Pregnancy: visit.Pregnancy = Pregnancy(walk.Meaning(context.Profile, NhsaTables.Pregnancy)); break;
            case VisitField.InsuranceType: visit.Stay = visit.Stay with { InsuType = Translated(ref walk, NhsaTables.InsuranceType) }; break;
            case VisitField.Reimbursed: visit.SelfPay = walk.Meaning(context.Profile, NhsaTables.Reimbursed) == RegionWords.SelfPay; break;
            case VisitField.Operations: children.Operations(ref walk, visit.Children); break;
            default: walk.Skip(); break;
        }
    }

    /// <summary>The first digit says it, where others follow: 210 for 2.</summary>
    private string? VisitKind(ref JsonWalk walk)
    {
        if (walk.Id() is not { } code)
            return null;
        if (walk.Find(context.Profile, NhsaTables.VisitKind, code) is { } row)
            return row.Means;
        var first = walk.Find(context.Profile, NhsaTables.VisitKind, code[..1]);
        walk.Tolerate(first is null ? Deviations.UnknownCode : Deviations.ShortCode);
        return first?.Means;
    }

    /// <summary>The national code that the region's stands for; itself where the region's table says nothing else.</summary>
    private string? Translated(ref JsonWalk walk, string table)
    {
        if (walk.Id() is not { } code)
            return null;
        if (walk.Find(context.Profile, table, code) is { } row)
            return row.Means ?? row.Code;
        walk.Tolerate(Deviations.UnknownCode);
        return code;
    }

    private static string? MedTypeOf(string? visitKind) => visitKind switch
    {
        RegionWords.Outpatient => AnyOutpatientVisit,
        RegionWords.Inpatient => AnyStay,
        RegionWords.Pharmacy => AnyPurchase,
        _ => null,
    };

    private static PregnancyState? Pregnancy(string? word) => word switch
    {
        RegionWords.None => PregnancyState.None,
        RegionWords.Pregnant => PregnancyState.Pregnant,
        RegionWords.Lactating => PregnancyState.Lactating,
        _ => null,
    };
}
