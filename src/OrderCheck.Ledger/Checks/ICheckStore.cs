namespace OrderCheck.Ledger.Checks;

/// <summary>
/// Checks and audit, written behind the answer: recording never waits and never throws. What does not fit into the bounded
/// queue, or finds the store failing, is dropped and counted.
/// </summary>
public interface ICheckStore
{
    /// <summary>How many checks and audit records were dropped since the start.</summary>
    long Dropped { get; }

    /// <summary>False if it was dropped at once because the queue is full.</summary>
    bool RecordCheck(CheckRecord check);

    /// <summary>False if it was dropped at once because the queue is full.</summary>
    bool RecordAudit(AuditRecord audit);

    /// <summary>Adds to what is counted of that day. False if it was dropped at once because the queue is full.</summary>
    bool RecordRuleCount(RuleCount count);

    /// <summary>The hospital's counts of these days (both inclusive), summed, by rule. Sees what was recorded before the call.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<IReadOnlyList<RuleCount>> ListRuleCountsAsync(string hospital, DateOnly from, DateOnly to, CancellationToken cancellation);

    /// <summary>The hospital's check of that id, or null. Sees what was recorded before the call.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<CheckRecord?> FindAsync(string hospital, string checkId, CancellationToken cancellation);

    /// <summary>The hospital's audit from a time (inclusive) to another (exclusive), oldest first. Sees what was recorded before the call.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<IReadOnlyList<AuditRecord>> ListAuditAsync(
        string hospital, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation);

    /// <summary>Ends when everything recorded before the call is stored or dropped.</summary>
    Task FlushAsync(CancellationToken cancellation);
}
