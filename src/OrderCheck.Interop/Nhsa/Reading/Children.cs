namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>The child collections of a visit, wherever they stand.</summary>
internal sealed class Children
{
    public List<ReadLine> Lines { get; } = [];

    public List<ReadDiagnosis> Diagnoses { get; } = [];

    public List<ReadOperation> Operations { get; } = [];

    /// <summary>Those of the same visit, told again: what is told of it as a whole is told alike each time.</summary>
    public void Add(Children others)
    {
        Lines.AddRange(others.Lines);
        Diagnoses.AddRange(others.Diagnoses.Except(Diagnoses).ToList());
        Operations.AddRange(others.Operations.Except(Operations).ToList());
    }

    public bool IsEmpty => Lines.Count == 0 && Diagnoses.Count == 0 && Operations.Count == 0;
}
