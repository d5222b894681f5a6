namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>The child collections of a visit, wherever they stand.</summary>
internal sealed class Children
{
    public List<ReadLine> Lines { get; } = [];

    public List<ReadDiagnosis> Diagnoses { get; } = [];

    public List<ReadOperation> Operations { get; } = [];

    public bool IsEmpty => Lines.Count == 0 && Diagnoses.Count == 0 && Operations.Count == 0;
}
