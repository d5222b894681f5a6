using System.Collections.Immutable;

namespace OrderCheck.Core.Grouping;

/// <summary>
/// One grouping scheme in one version, compiled: rows in the order in which they are tried, and the sets they ask for.
/// Immutable; any number live side by side. Threads share it, each with a <see cref="Grouper"/> of its own.
/// </summary>
public sealed class GroupingScheme
{
    internal GroupingScheme()
    {
    }

    /// <summary>E.g. CHS-DRG 2.0.</summary>
    public required string Name { get; init; }

    /// <summary>Official documents that the tables were taken from.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    public required PolicySwitches Switches { get; init; }

    /// <summary>MDCA first; a row whose groups all fail falls through to the next.</summary>
    public required ImmutableArray<MdcRow> Mdcs { get; init; }

    public required CodeBook Diagnoses { get; init; }

    public required CodeBook Procedures { get; init; }

    public required ComplicationTable Complications { get; init; }

    /// <summary>Names of the sets of diagnoses, exclusion sets among them.</summary>
    public required ImmutableArray<string> DiagnosisSets { get; init; }

    /// <summary>Names of the sets of procedures.</summary>
    public required ImmutableArray<string> ProcedureSets { get; init; }
}
