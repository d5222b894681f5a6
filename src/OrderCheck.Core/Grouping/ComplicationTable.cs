namespace OrderCheck.Core.Grouping;

/// <summary>Which diagnoses are complications, and with which principal diagnoses they don't count.</summary>
public sealed class ComplicationTable
{
    /// <summary>No principal diagnosis excludes it.</summary>
    internal const int NoExclusion = -1;

    private readonly ComplicationLevel[] _levels;
    private readonly int[] _exclusions;

    /// <param name="levels">By diagnosis ordinal.</param>
    /// <param name="exclusions">By diagnosis ordinal: the set of principal diagnoses with which it does not count.</param>
    internal ComplicationTable(ComplicationLevel[] levels, int[] exclusions)
    {
        _levels = levels;
        _exclusions = exclusions;
    }

    public ComplicationLevel LevelOf(int diagnosis) => _levels[diagnosis];

    internal int ExclusionOf(int diagnosis) => _exclusions[diagnosis];
}
