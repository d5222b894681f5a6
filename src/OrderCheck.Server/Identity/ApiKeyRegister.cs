using System.Collections.Concurrent;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Installation;

namespace OrderCheck.Server.Identity;

/// <summary>The installation's API keys. What it has seen lately it knows without the store, so that checks go on without one.</summary>
internal sealed class ApiKeyRegister(IInstallationStore store, ApiKeySecret secret, TimeProvider time)
{
    /// <summary>How long another process's revocation may take to be seen here.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// <summary>How long a call with a key that was seen before waits for the store to say whether it still opens.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>The key's row, or null if there is no such key or it is revoked.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be asked and the key was not seen before.</exception>
    public async Task<ApiKeyRow?> FindAsync(string key, CancellationToken cancellation)
    {
        var lookup = secret.Lookup(key);
        var name = Convert.ToHexStringLower(lookup);
        var now = time.GetUtcNow();
        var row = _known.TryGetValue(name, out var known) && now - known.ReadAt < Fresh
            ? known.Row
            : await ReadAsync(name, lookup, known, now, cancellation);
        return row is { RevokedAt: null } && ApiKeySecret.Proves(key, row.Salt.Span, row.Hash.Span) ? row : null;
    }

    /// <summary>Makes a key. The key itself is returned and nowhere else.</summary>
    public async Task<(ApiKeyRow Row, string Key)> CreateAsync(
        string keyId, IReadOnlyList<string> hospitals, IReadOnlyList<Role> roles, string note, CancellationToken cancellation)
    {
        var key = ApiKeySecret.NewKey();
        var salt = ApiKeySecret.NewSalt();
        var row = new ApiKeyRow
        {
            KeyId = keyId,
            Lookup = secret.Lookup(key),
            Salt = salt,
            Hash = ApiKeySecret.Hash(salt, key),
            Hospitals = hospitals,
            Roles = roles,
            Note = note,
            CreatedAt = time.GetUtcNow(),
        };
        await store.PutApiKeyAsync(row, cancellation);
        _known.Clear();
        return (row, key);
    }

    /// <summary>False if there is no such key or it was revoked before.</summary>
    public async Task<bool> RevokeAsync(string keyId, CancellationToken cancellation)
    {
        var revoked = await store.RevokeApiKeyAsync(keyId, time.GetUtcNow(), cancellation);
        _known.Clear();
        return revoked;
    }

    public Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellation) => store.ListApiKeysAsync(cancellation);

    private async Task<ApiKeyRow?> ReadAsync(string name, byte[] lookup, Known? known, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            var asked = store.FindApiKeyAsync(lookup, cancellation);
            var row = known is null ? await asked : await asked.WaitAsync(Patience, time, cancellation);
            // Unknown keys are not remembered: guesses must not fill the memory.
            if (row is not null)
                _known[name] = new Known(row, now);
            return row;
        }
        catch (Exception error) when (known is not null && error is LedgerUnavailableException or TimeoutException)
        {
            // The store is asked again later, not by every call of a doctor who waits.
            _known[name] = known! with { ReadAt = now };
            return known.Row;
        }
    }

    private sealed record Known(ApiKeyRow Row, DateTimeOffset ReadAt);
}
