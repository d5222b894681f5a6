using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads the child collections of a visit, wherever they stand.</summary>
internal sealed class ChildReader(ReadingContext context)
{
    private readonly LineReader _lines = new(context);
    private readonly DiagnosisReader _diagnoses = new(context);
    private readonly OperationReader _operations = new(context);

    public void Lines(IEnumerable<LineNode> nodes, Children into)
    {
        foreach (var node in nodes)
        {
            if (_lines.Read(node) is { Id: not null } line)
                into.Lines.Add(line);
            else
                context.Values.Tolerate(Deviations.Nameless);
        }
    }

    public void Diagnoses(IEnumerable<DiagnosisNode> nodes, Children into)
    {
        foreach (var node in nodes)
        {
            if (_diagnoses.Read(node) is { Code: not null } diagnosis)
                into.Diagnoses.Add(diagnosis);
            else
                context.Values.Tolerate(Deviations.Nameless);
        }
    }

    public void Operations(IEnumerable<OperationNode> nodes, Children into)
    {
        foreach (var node in nodes)
        {
            if (_operations.Read(node) is { Code: not null } operation)
                into.Operations.Add(operation);
            else
                context.Values.Tolerate(Deviations.Nameless);
        }
    }

    /// <summary>Those that stand beside their parent: each is counted.</summary>
    public void Beside<TField>(
        TField lineField, NhsaNodes<LineNode>? lines, TField diagnosisField, NhsaNodes<DiagnosisNode>? diagnoses, TField operationField, NhsaNodes<OperationNode>? operations,
        Children into)
        where TField : struct, Enum
    {
        Lines(Each(lineField, lines), into);
        Diagnoses(Each(diagnosisField, diagnoses), into);
        Operations(Each(operationField, operations), into);

        IEnumerable<T> Each<T>(TField field, NhsaNodes<T>? nodes)
            where T : NhsaNode
        {
            if (nodes is null)
                return [];
            context.Values.At(field, nodes.Itself).Tolerate(Deviations.SiblingCollection);
            return context.Values.Each(field, nodes);
        }
    }
}
