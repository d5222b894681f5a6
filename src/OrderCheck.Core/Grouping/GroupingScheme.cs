using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OrderCheck.Core.Grouping;

/// <summary>
/// One grouping scheme in one version, compiled: rows in the order in which they are tried, and the sets they ask for.
/// Immutable; any number live side by side. Threads share it, each with a <see cref="Grouper"/> of its own.
/// </summary>
public sealed class GroupingScheme
{
    private readonly FrozenDictionary<string, int> _bits;

    /// <param name="bits">Every set that a rule can name, with its bit in its code book's rows.</param>
    /// <param name="allProcedures">The bits of the lists that OP_ALL can stand for.</param>
    internal GroupingScheme(FrozenDictionary<string, int> bits, ImmutableArray<int> allProcedures)
    {
        _bits = bits;
        AllProcedures = allProcedures;
    }

    /// <summary>E.g. CHS-DRG 2.0.</summary>
    public required string Name { get; init; }

    /// <summary>Of the official scheme, e.g. 2.0; "" where its folder does not say.</summary>
    public required string Version { get; init; }

    /// <summary>Official documents that the tables were taken from.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    public required PolicySwitches Switches { get; init; }

    /// <summary>MDCA first; a row whose groups all fail falls through to the next.</summary>
    public required ImmutableArray<MdcRow> Mdcs { get; init; }

    public required CodeBook Diagnoses { get; init; }

    public required CodeBook Procedures { get; init; }

    public required ComplicationTable Complications { get; init; }

    /// <summary>The names of the sets of principal diagnoses with which a complication does not count, by bit.</summary>
    public required FrozenDictionary<int, string> Exclusions { get; init; }

    internal ImmutableArray<int> AllProcedures { get; }

    internal int BitOf(string set) => _bits[set];
}
