using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads the input of a 3101 or 3102.</summary>
internal sealed class AuditReader
{
    private static readonly char[] BetweenScenarios = [',', '，', '、', ';', '；', '|', ' '];

    private readonly ReadingContext _context;
    private readonly ChildReader _children;
    private readonly PatientReader _patients;

    public AuditReader(ReadingContext context)
    {
        _context = context;
        _children = new ChildReader(context);
        _patients = new PatientReader(context, _children, new VisitReader(context, _children));
    }

    public ReadBody Body { get; } = new();

    /// <summary>input, and data in it; some send an array of one, or data's members without data.</summary>
    public void Read(DataNode node)
    {
        var values = _context.Values;
        values.Enter(_context.Fields.Data, node);
        if (node.TaskId.IsThere)
            Body.TaskId = values.At(DataField.TaskId, node.TaskId).Text();
        if (node.TrigScen.IsThere)
            ReadScenarios(values.At(DataField.Scenarios, node.TrigScen));
        if (node.PatientDtos is { } patients)
            Body.Patients.AddRange(values.Each(DataField.Patients, patients).Select(_patients.Read));
        if (node.FsiEncounterDtos is { } visits)
        {
            values.At(DataField.Visits, visits.Itself).Tolerate(Deviations.SiblingCollection);
            _patients.ReadVisits(values.Each(DataField.Visits, visits), Body.Visits);
        }
        _children.Beside(DataField.Lines, node.FsiOrderDtos, DataField.Diagnoses, node.FsiDiagnoseDtos, DataField.Operations, node.FsiOperationDtos, Body.Beside);
        foreach (var within in values.One(DataField.Data, node.Data))
            Read(within);
        values.Leave();
    }

    private void ReadScenarios(BodyValues value)
    {
        Body.ScenarioPath = value.Path.ToString();
        Body.Scenarios.Clear();
        Body.Scenarios.AddRange(value.LongText()?.Split(BetweenScenarios, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
    }
}
