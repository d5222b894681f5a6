using OrderCheck.Ledger;
using OrderCheck.Ledger.Installation;

namespace OrderCheck.Server.Tests.Identity;

/// <summary>Keys and settings in memory, with a store that can be made to fail. The rest is not used by what is tested here.</summary>
internal sealed class MemoryInstallation : IInstallationStore
{
    private readonly Dictionary<string, ApiKeyRow> _keys = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);

    private readonly HashSet<(string, string)> _nonces = [];

    /// <summary>A store that neither answers nor fails.</summary>
    public bool Hangs { get; set; }

    public bool Fails { get; set; }

    public Task PutApiKeyAsync(ApiKeyRow key, CancellationToken cancellation)
    {
        _keys[key.KeyId] = key;
        return Task.CompletedTask;
    }

    public Task<ApiKeyRow?> FindApiKeyAsync(ReadOnlyMemory<byte> lookup, CancellationToken cancellation)
    {
        if (Hangs)
            return new TaskCompletionSource<ApiKeyRow?>().Task;
        return Fails
            ? Task.FromException<ApiKeyRow?>(new LedgerUnavailableException("store_down", "It is down."))
            : Task.FromResult(_keys.Values.FirstOrDefault(k => k.Lookup.Span.SequenceEqual(lookup.Span)));
    }

    public Task<IReadOnlyList<ApiKeyRow>> ListApiKeysAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ApiKeyRow>>([.. _keys.Values]);

    public Task<bool> RevokeApiKeyAsync(string keyId, DateTimeOffset at, CancellationToken cancellation)
    {
        if (!_keys.TryGetValue(keyId, out var key) || key.RevokedAt is not null)
            return Task.FromResult(false);
        _keys[keyId] = key with { RevokedAt = at };
        return Task.FromResult(true);
    }

    public Task PutHospitalAsync(HospitalRow hospital, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<HospitalRow>> ListHospitalsAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> AppendDictionaryAsync(DictionaryRow row, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<DictionaryRow>> ListDictionaryAsync(string hospital, long afterNumber, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<string?> GetSettingAsync(string name, CancellationToken cancellation) => Task.FromResult(_settings.GetValueOrDefault(name));

    public Task PutSettingAsync(string name, string value, CancellationToken cancellation)
    {
        _settings[name] = value;
        return Task.CompletedTask;
    }

    public Task<string> GetOrAddSettingAsync(string name, string value, CancellationToken cancellation)
    {
        _settings.TryAdd(name, value);
        return Task.FromResult(_settings[name]);
    }

    public Task<bool> UseNonceAsync(string caller, string nonce, DateTimeOffset at, DateTimeOffset forget) => Task.FromResult(_nonces.Add((caller, nonce)));

    public Task PutPatientAsync(PatientIdentity patient, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<PatientIdentity?> FindPatientAsync(string hospital, string patientNumber, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> ErasePatientAsync(string hospital, string patientNumber, CancellationToken cancellation) => throw new NotSupportedException();
}
