using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OrderCheck.Core.Grouping.Profiles;

/// <summary>The grouping schemes of a release, and which of them groups whom.</summary>
/// <param name="Schemes">By folder name under grouping/.</param>
public sealed record GroupingTables(FrozenDictionary<string, GroupingScheme> Schemes, ImmutableArray<SchemeChoice> Choices)
{
    public static GroupingTables Empty { get; } = new(FrozenDictionary<string, GroupingScheme>.Empty, []);

    /// <returns>Null where the region has no scheme for this insurance on that day: then nothing is grouped, rather than by a guess.</returns>
    public GroupingScheme? SchemeFor(string region, string insurance, DateOnly discharge) =>
        ChoiceFor(region, insurance, discharge) is { } choice ? Schemes[choice.Scheme] : null;

    /// <inheritdoc cref="SchemeFor"/>
    public SchemeChoice? ChoiceFor(string region, string insurance, DateOnly discharge) =>
        Find(region, insurance, discharge) ?? Find(region, SchemeChoice.AnyInsurance, discharge);

    private SchemeChoice? Find(string region, string insurance, DateOnly discharge)
    {
        foreach (var choice in Choices)
            if (choice.Region == region && choice.Insurance == insurance && choice.Covers(discharge))
                return choice;
        return null;
    }
}
