namespace OrderCheck.Ledger.Chain;

/// <summary>A place where the record is not what was once acknowledged.</summary>
/// <param name="Encounter">Its number in the store; null where the damage is not of one encounter.</param>
/// <param name="Sequence">Of the first fact concerned; 0 where the damage is not of a fact.</param>
/// <param name="What">What is wrong, in English. No visit number and no content.</param>
public sealed record LedgerDamage(long? Encounter, long Sequence, string What);
