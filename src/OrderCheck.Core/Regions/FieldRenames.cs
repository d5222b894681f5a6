using System.Collections.Frozen;

namespace OrderCheck.Core.Regions;

/// <summary>A region's own names for members of NHSA's messages.</summary>
public sealed class FieldRenames
{
    private readonly FrozenDictionary<(string Node, string Field), string> _own;

    /// <param name="own">The region's name by node and NHSA's name.</param>
    public FieldRenames(IReadOnlyDictionary<(string Node, string Field), string> own) => _own = own.ToFrozenDictionary();

    public static FieldRenames None { get; } = new(new Dictionary<(string, string), string>());

    public IEnumerable<KeyValuePair<(string Node, string Field), string>> All => _own;

    /// <summary>What the region calls it; NHSA's name where it has none of its own.</summary>
    public string Of(string node, string field) => _own.GetValueOrDefault((node, field), field);
}
