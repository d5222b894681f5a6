namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>What is read of a node.</summary>
/// <param name="Node">As the specification calls it.</param>
/// <param name="Fields">The specification's.</param>
/// <param name="Tolerated">Members that it does not have there, and that are understood behind these: what stands beside its parent, and whose it is.</param>
internal sealed record FieldList(string Node, IReadOnlyList<FieldSpec> Fields, IReadOnlyList<string>? Tolerated = null)
{
    public int Count => Fields.Count + (Tolerated?.Count ?? 0);
}
