using OrderCheck.Core.Rules;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Server.Tests.Releases;

/// <summary>Releases in memory, with a store that can be made to fail.</summary>
internal sealed class MemoryArchive : IReleaseArchive
{
    private readonly Dictionary<string, RuleFolder> _kept = new(StringComparer.Ordinal);

    public bool Fails { get; set; }

    public Task<bool> HasAsync(string hash, CancellationToken cancellation) => Task.FromResult(_kept.ContainsKey(hash));

    public Task<string> KeepAsync(RuleFolder folder, CancellationToken cancellation)
    {
        if (Fails)
            return Task.FromException<string>(new LedgerUnavailableException(LedgerUnavailableException.Full, "It is full."));
        var hash = ReleaseBuilder.HashOf(folder);
        _kept[hash] = folder;
        return Task.FromResult(hash);
    }

    public Task<RuleFolder?> FindAsync(string hash, CancellationToken cancellation) => Task.FromResult(_kept.GetValueOrDefault(hash));
}
