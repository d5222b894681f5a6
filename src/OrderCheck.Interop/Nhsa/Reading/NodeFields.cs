using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>What is read of a node, with its members as a region calls them.</summary>
internal sealed class NodeFields(FieldList list, FieldRenames renames)
{
    private readonly string[] _names =
        [.. list.Fields.Select(static field => field.Name).Concat(list.Tolerated ?? []).Select(name => RegionNames.Of(renames, list.Node, name))];

    /// <summary>As the region calls it.</summary>
    public string Name(int slot) => _names[slot];

    /// <summary>As the region calls what NHSA calls so.</summary>
    public string NameOf(string field) => RegionNames.Of(renames, list.Node, field);

    /// <summary>A text may be so long by the specification; 0: any length.</summary>
    public int Longest(int slot) => slot < list.Fields.Count ? list.Fields[slot].Longest : 0;

    /// <summary>A request must have it.</summary>
    public bool IsRequired(int slot) => slot < list.Fields.Count && list.Fields[slot].Required;
}
