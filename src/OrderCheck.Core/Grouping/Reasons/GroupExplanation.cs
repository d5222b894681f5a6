using System.Collections.Immutable;

namespace OrderCheck.Core.Grouping.Reasons;

/// <summary>Why a case has its group.</summary>
/// <param name="Tried">Every row that was tried, the matched ones among them.</param>
/// <param name="Hits">Which codes the matched rows found.</param>
/// <param name="Complications">The other diagnoses that are complications, counted and excluded.</param>
/// <param name="Switches">Policy switches whose other setting would have changed the verdict of a tried row.</param>
/// <param name="Neighbours">Only those that lead to another group.</param>
public sealed record GroupExplanation(
    GroupResult Result,
    ImmutableArray<CodeReading> Diagnoses,
    ImmutableArray<CodeReading> Procedures,
    ImmutableArray<TriedRow> Tried,
    ImmutableArray<CodeHit> Hits,
    ImmutableArray<ComplicationNote> Complications,
    ImmutableArray<PolicySwitch> Switches,
    ImmutableArray<Neighbour> Neighbours);
