namespace OrderCheck.Ledger.Chain;

/// <summary>One unit's own row as it lies in the store.</summary>
internal sealed record StoredUnit(
    long First, long Last, byte[] Request16, byte[] RequestHash, byte[] Answer, long RecordedAt, byte[] Previous, byte[] Hash)
{
    public byte[] Recompute(long encounter, IReadOnlyList<Entry> entries) =>
        CommitHash.Compute(encounter, Previous, Request16, RequestHash, RecordedAt, Answer, entries);
}
