using System.Text;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>The members of a node as a region calls them, found by their bytes.</summary>
internal sealed class NodeFields
{
    /// <summary>The specification has it, and nothing reads it.</summary>
    public const int Unread = -1;

    /// <summary>The specification does not have it there.</summary>
    public const int Unknown = -2;

    private const int Buckets = 128;

    private readonly Entry[][] _buckets = new Entry[Buckets][];
    private readonly string[] _names;

    public NodeFields(FieldList list, FieldRenames renames)
    {
        List = list;
        var node = NhsaFields.Nodes[list.Node];
        var tolerated = list.Tolerated ?? [];
        _names = [.. list.Fields.Select(field => renames.Of(list.Node, field.Name)), .. tolerated.Select(name => OwnOf(renames, name))];
        // NHSA's own names go on being understood: a region renames what it sends, and not always all of it.
        string[] official = [.. list.Fields.Select(field => field.Name), .. tolerated];
        for (var slot = 0; slot < _names.Length; slot++)
        {
            Add(_names[slot], slot);
            Add(official[slot], slot);
        }
        foreach (var name in node.Keys)
            Add(renames.Of(list.Node, name), Unread);
        for (var i = 0; i < list.Fields.Count; i++)
        {
            if (list.Fields[i].Required)
                Required |= 1UL << i;
        }
    }

    public FieldList List { get; }

    /// <summary>Those that a request must have, a bit for each slot.</summary>
    public ulong Required { get; }

    /// <summary>As the region calls it.</summary>
    public string Name(int slot) => _names[slot];

    /// <summary>A text may be so long by the specification; 0: any length.</summary>
    public int Longest(int slot) => slot < List.Fields.Count ? List.Fields[slot].Longest : 0;

    public bool IsRequired(int slot) => (Required & (1UL << slot)) != 0;

    public int Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
            return Unknown;
        foreach (var entry in _buckets[Bucket(name)] ?? [])
        {
            if (name.SequenceEqual(entry.Name))
                return entry.Slot;
        }
        return Unknown;
    }

    /// <summary>A collection or id that stands elsewhere is called there what it is called in its own place.</summary>
    private static string OwnOf(FieldRenames renames, string name)
    {
        foreach (var node in (ReadOnlySpan<string>)["fsi_encounter_dtos", "patient_dtos"])
        {
            if (NhsaFields.Nodes[node].ContainsKey(name))
                return renames.Of(node, name);
        }
        return name;
    }

    private void Add(string name, int slot)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (Find(bytes) == Unknown)
            _buckets[Bucket(bytes)] = [.. _buckets[Bucket(bytes)] ?? [], new Entry(bytes, slot)];
    }

    private static int Bucket(ReadOnlySpan<byte> name) =>
        (name.Length * 5 + name[0] * 7 + name[^1] * 31 + name[name.Length / 2] * 17) % Buckets;

    private sealed record Entry(byte[] Name, int Slot);
}
