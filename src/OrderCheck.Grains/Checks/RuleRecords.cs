using OrderCheck.Core.Identity;
using OrderCheck.Grains.Permissions;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Checks;

/// <summary>Reads the counts that this silo has not written yet, and those of the store.</summary>
internal sealed class RuleRecords(AfterAnswers after, ICheckStore store) : IRuleRecords
{
    public async Task<IReadOnlyList<RuleCount>> ListAsync(Caller caller, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        PermissionTable.Require(caller, Operation.ReadRuleRecords);
        await after.FlushAsync(cancellation);
        return await store.ListRuleCountsAsync(caller.Hospital, from, to, cancellation);
    }
}
