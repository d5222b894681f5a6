using OrderCheck.Core.Rules;

namespace OrderCheck.Ledger.Releases;

/// <summary>
/// Every release that was ever in use, as the exact files it was made of: with it a check can be judged again when its rules
/// folder is long changed. Content-addressed; what is kept is never changed. Methods throw
/// <see cref="LedgerUnavailableException"/> as <see cref="ILedger"/>'s do.
/// </summary>
public interface IReleaseArchive
{
    /// <summary>Whether it is kept; reads nothing of it.</summary>
    /// <param name="hash">See <see cref="Release.Hash"/>.</param>
    Task<bool> HasAsync(string hash, CancellationToken cancellation);

    /// <summary>Keeps the folder under its own hash. On disk when the task ends; the same folder again changes nothing.</summary>
    /// <returns>The hash.</returns>
    Task<string> KeepAsync(RuleFolder folder, CancellationToken cancellation);

    /// <summary>The files of that release, or null if they were never kept.</summary>
    /// <exception cref="InvalidDataException">What is kept is damaged; the message names the blob.</exception>
    Task<RuleFolder?> FindAsync(string hash, CancellationToken cancellation);
}
