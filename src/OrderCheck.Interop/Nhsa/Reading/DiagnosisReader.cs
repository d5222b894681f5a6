using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads fsi_diagnose_dtos; codes of Chinese medicine stand among those of ICD-10.</summary>
internal sealed class DiagnosisReader(ReadingContext context)
{
    public ReadDiagnosis Read(DiagnosisNode node)
    {
        var values = context.Values;
        values.Enter(context.Fields.Diagnosis, node);
        var read = new ReadDiagnosis(
            Id: values.At(DiagnosisField.Id, node.DiseId).Id(),
            Code: values.At(DiagnosisField.Code, node.DiseCodg).Id(),
            Name: values.At(DiagnosisField.Name, node.DiseName).Text(),
            Main: values.At(DiagnosisField.Main, node.MaindiseFlag).Meaning(context.Profile, NhsaTables.Principal) == RegionWords.Yes,
            Discharge: values.At(DiagnosisField.Side, node.InoutDiseType).Meaning(context.Profile, NhsaTables.DiagnosisSide) == RegionWords.Discharge,
            At: values.At(DiagnosisField.At, node.DiseDate).Time(context.Zone, context.Events),
            VisitId: values.At(DiagnosisField.VisitId, node.MdtrtId).Id());
        values.Leave();
        return read;
    }
}
