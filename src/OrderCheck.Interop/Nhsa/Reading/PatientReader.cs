using OrderCheck.Core.Encounters;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads patient_dtos.</summary>
internal sealed class PatientReader(ReadingContext context, ChildReader children, VisitReader visits)
{
    public ReadPatient Read(PatientNode node)
    {
        var values = context.Values;
        var path = values.Path.ToString();
        values.Enter(context.Fields.Patient, node);
        var patient = new ReadPatient
        {
            Path = path,
            Id = values.At(PatientField.Id, node.PatnId).Id(),
            Name = values.At(PatientField.Name, node.PatnName).Text(),
            Sex = SexOf(values.At(PatientField.Sex, node.Gend).Meaning(context.Profile, NhsaTables.Sex)),
            BirthTime = values.At(PatientField.BirthDate, node.Brdy).Time(context.Zone, context.Births),
            CurrentVisit = values.At(PatientField.CurrentVisit, node.CurrMdtrtId).Id(),
        };
        ReadVisits(values.Each(PatientField.Visits, node.FsiEncounterDtos), patient.Visits);
        children.Beside(PatientField.Lines, node.FsiOrderDtos, PatientField.Diagnoses, node.FsiDiagnoseDtos, PatientField.Operations, node.FsiOperationDtos, patient.Beside);
        values.Leave();
        return patient;
    }

    public void ReadVisits(IEnumerable<VisitNode> nodes, List<ReadVisit> into)
    {
        foreach (var node in nodes)
            into.Add(visits.Read(node));
    }

    private static Sex? SexOf(string? word) => word switch
    {
        RegionWords.Male => Sex.Male,
        RegionWords.Female => Sex.Female,
        RegionWords.Indeterminate => Sex.Indeterminate,
        _ => null,
    };
}
