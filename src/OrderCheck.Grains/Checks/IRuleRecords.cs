using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Checks;

/// <summary>Each rule's own record, for the office: how often it spoke, and how often it was blind for want of what.</summary>
public interface IRuleRecords
{
    /// <summary>Of the caller's hospital, rules in shadow too, summed over these days (both inclusive).</summary>
    /// <exception cref="Permissions.NotPermittedException">The caller is not of the office.</exception>
    /// <exception cref="Ledger.LedgerUnavailableException">The store cannot be read.</exception>
    Task<IReadOnlyList<RuleCount>> ListAsync(Caller caller, DateOnly from, DateOnly to, CancellationToken cancellation);
}
