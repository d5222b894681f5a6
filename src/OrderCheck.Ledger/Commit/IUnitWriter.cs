namespace OrderCheck.Ledger.Commit;

/// <summary>Writes a batch of units in one commit, each unit for itself: a conflict fails that unit alone.</summary>
internal interface IUnitWriter
{
    /// <summary>How many batches it can write at the same time, from 1.</summary>
    int AtOnce { get; }

    /// <summary>Gives every unit its outcome. When this ends well, what was appended is on disk.</summary>
    /// <exception cref="LedgerUnavailableException">Nothing of the batch counts as written.</exception>
    Task CommitAsync(IReadOnlyList<PendingUnit> batch);
}
