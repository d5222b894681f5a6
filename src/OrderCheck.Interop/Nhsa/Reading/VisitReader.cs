using OrderCheck.Core.Encounters;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads fsi_encounter_dtos.</summary>
internal sealed class VisitReader(ReadingContext context, ChildReader children)
{
    private const string AnyOutpatientVisit = "11";
    private const string AnyStay = "21";
    private const string AnyPurchase = "41";

    public ReadVisit Read(VisitNode node)
    {
        var (values, profile) = (context.Values, context.Profile);
        var path = values.Path.ToString();
        values.Enter(context.Fields.Visit, node);
        var visit = new ReadVisit
        {
            Path = path,
            Id = values.At(VisitField.Id, node.MdtrtId).Id(),
            PatientId = values.At(VisitField.PatientId, node.PatnId).Id(),
            FacilityType = values.At(VisitField.FacilityType, node.MedinsType).Meaning(profile, NhsaTables.FacilityType),
            FacilityLevel = values.At(VisitField.FacilityLevel, node.MedinsLv).Meaning(profile, NhsaTables.FacilityLevel) is [var level] ? level - '0' : null,
            AdmittedAt = values.At(VisitField.AdmittedAt, node.AdmDate).Time(context.Zone, context.Events),
            DischargedAt = values.At(VisitField.DischargedAt, node.DscgDate).Time(context.Zone, context.Events),
            DischargePath = values.Path.ToString(),
            MainDiagnosis = values.At(VisitField.MainDiagnosis, node.DscgMainDiseCodg).Id(),
            MainDiagnosisName = values.At(VisitField.MainDiagnosisName, node.DscgMainDiseName).Text(),
            Pregnancy = Pregnancy(values.At(VisitField.Pregnancy, node.MatnStas).Meaning(profile, NhsaTables.Pregnancy)),
            Stay = Stay(node),
        };
        children.Diagnoses(values.Each(VisitField.Diagnoses, node.FsiDiagnoseDtos), visit.Children);
        children.Lines(values.Each(VisitField.Lines, node.FsiOrderDtos), visit.Children);
        children.Operations(values.Each(VisitField.Operations, node.FsiOperationDtos), visit.Children);
        values.Leave();
        return visit;
    }

    private StayDetails Stay(VisitNode node)
    {
        var (values, profile) = (context.Values, context.Profile);
        var admitting = values.At(VisitField.AdmittingDepartment, node.AdmDeptCodg).Id();
        var discharging = values.At(VisitField.DischargingDepartment, node.DscgDeptCodg).Id();
        var kind = VisitKind(values.At(VisitField.VisitKind, node.MedMdtrtType));
        var insurance = Translated(values.At(VisitField.InsuranceType, node.Insutype), NhsaTables.InsuranceType);
        var selfPay = values.At(VisitField.Reimbursed, node.ReimFlag).Meaning(profile, NhsaTables.Reimbursed) == RegionWords.SelfPay;
        return new StayDetails
        {
            Ward = values.At(VisitField.Ward, node.WardareaCodg).Id(),
            Bed = values.At(VisitField.Bed, node.Bedno).Id(),
            AttendingDoctor = values.At(VisitField.Doctor, node.DrCodg).Id(),
            Department = discharging ?? admitting,
            MedType = Translated(values.At(VisitField.MedType, node.MedType), NhsaTables.MedType) ?? MedTypeOf(kind),
            InsuType = selfPay ? RegionWords.SelfPay : insurance,
        };
    }

    /// <summary>The first digit says it, where others follow: 210 for 2.</summary>
    private string? VisitKind(BodyValues value)
    {
        if (value.Id() is not { } code)
            return null;
        if (value.Find(context.Profile, NhsaTables.VisitKind, code) is { } row)
            return row.Means;
        var first = value.Find(context.Profile, NhsaTables.VisitKind, code[..1]);
        value.Tolerate(first is null ? Deviations.UnknownCode : Deviations.ShortCode);
        return first?.Means;
    }

    /// <summary>The national code that the region's stands for; itself where the region's table says nothing else.</summary>
    private string? Translated(BodyValues value, string table)
    {
        if (value.Id() is not { } code)
            return null;
        if (value.Find(context.Profile, table, code) is { } row)
            return row.Means ?? row.Code;
        value.Tolerate(Deviations.UnknownCode);
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
