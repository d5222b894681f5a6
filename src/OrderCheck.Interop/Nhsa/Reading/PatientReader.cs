using OrderCheck.Core.Encounters;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads patient_dtos.</summary>
internal sealed class PatientReader(ReadingContext context, ChildReader children, VisitReader visits)
{
    public ReadPatient Read(ref JsonWalk walk)
    {
        var patient = new ReadPatient { Path = walk.Path.ToString() };
        walk.Enter(out _);
        var seen = 0UL;
        for (var slot = walk.Member(context.Fields.Patient, ref seen); slot != JsonWalk.End; slot = walk.Member(context.Fields.Patient, ref seen))
            Set(patient, (PatientField)slot, ref walk);
        return patient;
    }

    public void ReadVisits(ref JsonWalk walk, List<ReadVisit> into)
    {
        var (items, index) = (walk.Collection(), 0);
        while (walk.Next(ref items, ref index))
            into.Add(visits.Read(ref walk));
    }

    private void Set(ReadPatient patient, PatientField field, ref JsonWalk walk)
    {
        switch (field)
        {
            case PatientField.Id: patient.Id = walk.Id(); break;
            case PatientField.Name: patient.Name = walk.Text(); break;
            case PatientField.Sex: patient.Sex = SexOf(walk.Meaning(context.Profile, NhsaTables.Sex)); break;
            case PatientField.BirthDate: patient.BirthTime = walk.Time(context.Zone, context.Births); break;
            case PatientField.CurrentVisit: patient.CurrentVisit = walk.Id(); break;
            case PatientField.Visits: ReadVisits(ref walk, patient.Visits); break;
            default: ReadBeside(patient.Beside, field, ref walk); break;
        }
    }

    private void ReadBeside(Children beside, PatientField field, ref JsonWalk walk)
    {
        walk.Tolerate(Deviations.SiblingCollection);
        switch (field)
        {
            case PatientField.Lines: children.Lines(ref walk, beside); break;
            case PatientField.Diagnoses: children.Diagnoses(ref walk, beside); break;
            case PatientField.Operations: children.Operations(ref walk, beside); break;
            default: walk.Skip(); break;
        }
    }

    private static Sex? SexOf(string? word) => word switch
    {
        RegionWords.Male => Sex.Male,
        RegionWords.Female => Sex.Female,
        RegionWords.Indeterminate => Sex.Indeterminate,
        _ => null,
    };
}
