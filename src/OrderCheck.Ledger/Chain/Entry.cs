using OrderCheck.Core.Encounters;

namespace OrderCheck.Ledger.Chain;

/// <summary>A fact as it lies in the store.</summary>
/// <param name="Id16">See <see cref="IdHash"/>.</param>
/// <param name="Content16">See <see cref="ILedger.ContentHash"/>.</param>
internal sealed record Entry(long Sequence, EntityKind Kind, byte[] Id16, int Revision, byte[] Content16, byte[] Body);
