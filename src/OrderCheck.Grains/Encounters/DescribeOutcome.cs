namespace OrderCheck.Grains.Encounters;

/// <param name="Read">False: the encounter is not in memory and the ledger cannot be read.</param>
/// <param name="Description">Null if nothing is recorded.</param>
internal sealed record DescribeOutcome(bool Read, EncounterDescription? Description);
