namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>What stands for a collection.</summary>
internal enum Items
{
    None,
    Array,

    /// <summary>One object where an array should be.</summary>
    Single,
}
