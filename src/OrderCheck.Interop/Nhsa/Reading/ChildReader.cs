namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads the child collections of a visit, wherever they stand.</summary>
internal sealed class ChildReader(ReadingContext context)
{
    private readonly LineReader _lines = new(context);
    private readonly DiagnosisReader _diagnoses = new(context);
    private readonly OperationReader _operations = new(context);

    public void Lines(ref JsonWalk walk, Children into)
    {
        var (items, index) = (walk.Collection(), 0);
        while (walk.Next(ref items, ref index))
        {
            if (_lines.Read(ref walk) is { Id: not null } line)
                into.Lines.Add(line);
        }
    }

    public void Diagnoses(ref JsonWalk walk, Children into)
    {
        var (items, index) = (walk.Collection(), 0);
        while (walk.Next(ref items, ref index))
        {
            if (_diagnoses.Read(ref walk) is { Code: not null } diagnosis)
                into.Diagnoses.Add(diagnosis);
            else
                walk.Tolerate(Deviations.Nameless);
        }
    }

    public void Operations(ref JsonWalk walk, Children into)
    {
        var (items, index) = (walk.Collection(), 0);
        while (walk.Next(ref items, ref index))
        {
            if (_operations.Read(ref walk) is { Code: not null } operation)
                into.Operations.Add(operation);
            else
                walk.Tolerate(Deviations.Nameless);
        }
    }
}
