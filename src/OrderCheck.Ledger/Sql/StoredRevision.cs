namespace OrderCheck.Ledger.Sql;

/// <summary>One revision of an id as it is stored.</summary>
internal sealed record StoredRevision(byte[] Id16, int Revision, byte[] Content16, long Sequence, byte[] Body);
