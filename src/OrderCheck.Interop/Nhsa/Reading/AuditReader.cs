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
    public void ReadInput(ref JsonWalk walk)
    {
        var (items, index) = (walk.Objects(), 0);
        while (walk.Next(ref items, ref index))
        {
            walk.Enter(out _);
            var seen = 0UL;
            for (var slot = walk.Member(_context.Fields.Data, ref seen, countMissing: false); slot != JsonWalk.End; slot = walk.Member(_context.Fields.Data, ref seen, countMissing: false))
                Set((DataField)slot, ref walk);
        }
    }

    private void Set(DataField field, ref JsonWalk walk)
    {
        switch (field)
        {
            case DataField.Data: ReadInput(ref walk); break;
            case DataField.TaskId: Body.TaskId = walk.LongText(); break;
            case DataField.Scenarios: ReadScenarios(ref walk); break;
            case DataField.Patients: ReadPatients(ref walk); break;
            default: ReadBeside(field, ref walk); break;
        }
    }

    private void ReadScenarios(ref JsonWalk walk)
    {
        Body.ScenarioPath = walk.Path.ToString();
        Body.Scenarios.Clear();
        Body.Scenarios.AddRange(walk.LongText()?.Split(BetweenScenarios, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
    }

    private void ReadPatients(ref JsonWalk walk)
    {
        var (items, index) = (walk.Collection(), 0);
        while (walk.Next(ref items, ref index))
            Body.Patients.Add(_patients.Read(ref walk));
    }

    private void ReadBeside(DataField field, ref JsonWalk walk)
    {
        walk.Tolerate(Deviations.SiblingCollection);
        switch (field)
        {
            case DataField.Visits: _patients.ReadVisits(ref walk, Body.Visits); break;
            case DataField.Lines: _children.Lines(ref walk, Body.Beside); break;
            case DataField.Diagnoses: _children.Diagnoses(ref walk, Body.Beside); break;
            default: _children.Operations(ref walk, Body.Beside); break;
        }
    }
}
