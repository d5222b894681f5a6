namespace OrderCheck.Core.Grouping.Reasons;

/// <summary>Another diagnosis that the scheme lists as a complication.</summary>
/// <param name="ExclusionSet">The set that has the principal diagnosis, so that the complication does not count; null where it counts.</param>
public readonly record struct ComplicationNote(string Code, string Name, ComplicationLevel Level, string? ExclusionSet)
{
    public bool Counts => ExclusionSet is null;
}
