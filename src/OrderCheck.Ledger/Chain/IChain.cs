using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger.Chain;

/// <summary>
/// The ledger as bytes and hashes, for who checks that nothing of it was changed. Only reads, also beside the server that
/// writes. Methods throw <see cref="LedgerUnavailableException"/> as <see cref="ILedger"/>'s do.
/// </summary>
public interface IChain
{
    Task<long> CountEncountersAsync(CancellationToken cancellation);

    /// <summary>Numbers after this one, in order.</summary>
    Task<IReadOnlyList<long>> ListEncountersAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>Recomputes the encounter's chain over the bytes that are stored, as they are at one moment.</summary>
    Task<ChainReading> ReadAsync(long encounter, CancellationToken cancellation);

    /// <summary>The heads of the encounters whose last unit was recorded at this time or later.</summary>
    Task<IReadOnlyList<ChainMark>> ListHeadsAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>What the store has at each of these places, in their order.</summary>
    Task<IReadOnlyList<ChainPlace>> FindAsync(IReadOnlyList<(long Encounter, long Sequence)> places, CancellationToken cancellation);
}

/// <param name="Damages">Empty if every unit follows from the one before.</param>
public sealed record ChainReading(long Units, long Entries, IReadOnlyList<LedgerDamage> Damages);

/// <summary>An encounter's chain at its head.</summary>
/// <param name="Hash">Of the unit that ends there, 32 bytes.</param>
public sealed record ChainMark(long Encounter, EncounterKey Key, long Sequence, ReadOnlyMemory<byte> Hash);

/// <param name="Key">Null if the store has no such encounter.</param>
/// <param name="Last">Where the encounter's chain ends; 0 if it has none.</param>
/// <param name="Hash">Of the unit that ends at the place asked for; null if none does.</param>
public sealed record ChainPlace(EncounterKey? Key, long Last, ReadOnlyMemory<byte>? Hash);
