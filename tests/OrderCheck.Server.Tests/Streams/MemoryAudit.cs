using OrderCheck.Ledger.Checks;

namespace OrderCheck.Server.Tests.Streams;

/// <summary>An audit trail that a test can read.</summary>
internal sealed class MemoryAudit : ICheckStore
{
    public List<AuditRecord> Records { get; } = [];

    public long Dropped => 0;

    public bool RecordAudit(AuditRecord audit)
    {
        Records.Add(audit);
        return true;
    }

    public bool RecordCheck(CheckRecord check) => throw new NotSupportedException();

    public bool RecordRuleCount(RuleCount count) => throw new NotSupportedException();

    public Task<IReadOnlyList<RuleCount>> ListRuleCountsAsync(string hospital, DateOnly from, DateOnly to, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<CheckRecord?> FindAsync(string hospital, string checkId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuditRecord>> ListAuditAsync(
        string hospital, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task FlushAsync(CancellationToken cancellation) => Task.CompletedTask;
}
