namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>What stands where the specification has objects: an array of them; in the field also one alone, null, or a text.</summary>
/// <param name="itself">The value as a whole.</param>
internal sealed class NhsaNodes<T>(NhsaScalar itself)
    where T : NhsaNode
{
    public NhsaScalar Itself { get; } = itself;

    /// <summary>In their order, null for a null among them.</summary>
    public List<T?> Objects { get; } = [];

    /// <summary>The first element that is no object, where there is one.</summary>
    public NhsaScalar Stranger { get; set; }

    /// <summary>How many objects stand before it.</summary>
    public int StrangerIndex { get; set; }

    /// <summary>The same member as it was given before; null where it was given once.</summary>
    public NhsaNodes<T>? Before { get; set; }
}
