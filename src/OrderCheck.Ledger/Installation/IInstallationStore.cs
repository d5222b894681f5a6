namespace OrderCheck.Ledger.Installation;

/// <summary>
/// What belongs to the installation and not to an encounter: hospitals, their dictionaries, keys, settings and the erasable
/// patient identities. Methods throw <see cref="LedgerUnavailableException"/> as <see cref="ILedger"/>'s do; a write that
/// has ended is on disk.
/// </summary>
public interface IInstallationStore
{
    /// <summary>Adds the hospital or replaces the one of the same code.</summary>
    Task PutHospitalAsync(HospitalRow hospital, CancellationToken cancellation);

    /// <summary>By code.</summary>
    Task<IReadOnlyList<HospitalRow>> ListHospitalsAsync(CancellationToken cancellation);

    /// <summary>Appends to the hospital's dictionary stream; false, and nothing is written, if it has that number and kind already.</summary>
    Task<bool> AppendDictionaryAsync(DictionaryRow row, CancellationToken cancellation);

    /// <summary>The hospital's stream after a number, oldest first.</summary>
    Task<IReadOnlyList<DictionaryRow>> ListDictionaryAsync(string hospital, long afterNumber, CancellationToken cancellation);

    /// <summary>Adds a key or replaces the one of the same id.</summary>
    Task PutApiKeyAsync(ApiKeyRow key, CancellationToken cancellation);

    /// <summary>The key with this lookup value, also a revoked one, or null.</summary>
    Task<ApiKeyRow?> FindApiKeyAsync(ReadOnlyMemory<byte> lookup, CancellationToken cancellation);

    /// <summary>By creation.</summary>
    Task<IReadOnlyList<ApiKeyRow>> ListApiKeysAsync(CancellationToken cancellation);

    /// <summary>False if there is no such key or it was revoked before; the first revocation's time stays.</summary>
    Task<bool> RevokeApiKeyAsync(string keyId, DateTimeOffset at, CancellationToken cancellation);

    Task<string?> GetSettingAsync(string name, CancellationToken cancellation);

    /// <summary>Sets or replaces.</summary>
    Task PutSettingAsync(string name, string value, CancellationToken cancellation);

    /// <summary>The setting's value, after setting it to this one if it had none: two silos that start at once get the same.</summary>
    Task<string> GetOrAddSettingAsync(string name, string value, CancellationToken cancellation);

    /// <summary>Notes that a signing caller used the nonce; false if it was used before, here or by another process.</summary>
    /// <param name="forget">What was used before then cannot be used again for another reason, and is forgotten.</param>
    Task<bool> UseNonceAsync(string caller, string nonce, DateTimeOffset at, DateTimeOffset forget);

    /// <summary>Keeps the identity, encrypted under a key of its own; replaces an earlier one.</summary>
    Task PutPatientAsync(PatientIdentity patient, CancellationToken cancellation);

    /// <summary>Null if it was never given or has been erased.</summary>
    Task<PatientIdentity?> FindPatientAsync(string hospital, string patientNumber, CancellationToken cancellation);

    /// <summary>Forgets the identity and its key for ever; false if there was none.</summary>
    Task<bool> ErasePatientAsync(string hospital, string patientNumber, CancellationToken cancellation);
}
