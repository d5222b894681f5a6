namespace OrderCheck.Core.Regions;

/// <summary>A row of a region's code table.</summary>
/// <param name="Words">Our words for it; none: nothing that a rule asks about. Several where we write one code for all of them.</param>
public sealed record RegionCode(string Code, string Name, IReadOnlyList<string> Words, string Source)
{
    /// <summary>What we read it as.</summary>
    public string? Means => Words is [var first, ..] ? first : null;
}
