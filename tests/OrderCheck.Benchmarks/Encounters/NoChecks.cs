using OrderCheck.Ledger.Checks;

namespace OrderCheck.Benchmarks.Encounters;

/// <summary>Nothing is checked where only encounters are opened.</summary>
internal sealed class NoChecks : ICheckStore
{
    public long Dropped => 0;

    public bool RecordCheck(CheckRecord check) => false;

    public bool RecordAudit(AuditRecord audit) => false;

    public bool RecordRuleCount(RuleCount count) => false;

    public Task<IReadOnlyList<RuleCount>> ListRuleCountsAsync(string hospital, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<RuleCount>>([]);

    public Task<CheckRecord?> FindAsync(string hospital, string checkId, CancellationToken cancellation) => Task.FromResult<CheckRecord?>(null);

    public Task<IReadOnlyList<AuditRecord>> ListAuditAsync(
        string hospital, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<AuditRecord>>([]);

    public Task FlushAsync(CancellationToken cancellation) => Task.CompletedTask;
}
