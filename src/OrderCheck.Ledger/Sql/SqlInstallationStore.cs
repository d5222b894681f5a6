using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Installation;

namespace OrderCheck.Ledger.Sql;

/// <summary>The installation's tables in the SQL that both stores share.</summary>
internal sealed class SqlInstallationStore(ISqlGate gate) : IInstallationStore
{
    private readonly ApiKeyTable _keys = new(gate);
    private readonly PatientTable _patients = new(gate);

    public Task PutHospitalAsync(HospitalRow hospital, CancellationToken cancellation) =>
        gate.WriteAsync(connection => connection.ExecuteAsync(
            """
            INSERT INTO hospital (code, name, level, type, time_zone, region) VALUES (@code, @name, @level, @type, @zone, @region)
            ON CONFLICT (code) DO UPDATE
            SET name = excluded.name, level = excluded.level, type = excluded.type, time_zone = excluded.time_zone, region = excluded.region
            """,
            ("@code", hospital.Code), ("@name", hospital.Name), ("@level", hospital.Level), ("@type", hospital.Type), ("@zone", hospital.TimeZone),
            ("@region", hospital.Region)));

    public async Task<IReadOnlyList<HospitalRow>> ListHospitalsAsync(CancellationToken cancellation) =>
        await gate.ReadAsync(
            connection => connection.QueryAsync(
                "SELECT code, name, level, type, time_zone, region FROM hospital ORDER BY code",
                row => new HospitalRow(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5))),
            cancellation);

    public async Task<bool> AppendDictionaryAsync(DictionaryRow row, CancellationToken cancellation) =>
        await gate.WriteAsync(connection => connection.ExecuteAsync(
            """
            INSERT INTO dictionary (hospital, number, kind, csv, recorded_at) VALUES (@hospital, @number, @kind, @csv, @at)
            ON CONFLICT DO NOTHING
            """,
            ("@hospital", row.Hospital), ("@number", row.Number), ("@kind", row.Kind), ("@csv", row.Csv),
            ("@at", StoredTime.ToMicros(row.RecordedAt)))) == 1;

    public async Task<IReadOnlyList<DictionaryRow>> ListDictionaryAsync(string hospital, long afterNumber, CancellationToken cancellation) =>
        await gate.ReadAsync(
            connection => connection.QueryAsync(
                "SELECT hospital, number, kind, csv, recorded_at FROM dictionary WHERE hospital = @hospital AND number > @after ORDER BY number, kind",
                row => new DictionaryRow(
                    row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), StoredTime.FromMicros(row.GetInt64(4))),
                ("@hospital", hospital), ("@after", afterNumber)),
            cancellation);

    public Task PutApiKeyAsync(ApiKeyRow key, CancellationToken cancellation) => _keys.PutAsync(key);

    public Task<ApiKeyRow?> FindApiKeyAsync(ReadOnlyMemory<byte> lookup, CancellationToken cancellation) => _keys.FindAsync(lookup, cancellation);

    public Task<IReadOnlyList<ApiKeyRow>> ListApiKeysAsync(CancellationToken cancellation) => _keys.ListAsync(cancellation);

    public Task<bool> RevokeApiKeyAsync(string keyId, DateTimeOffset at, CancellationToken cancellation) => _keys.RevokeAsync(keyId, at);

    public Task<string?> GetSettingAsync(string name, CancellationToken cancellation) =>
        gate.ReadAsync(
            connection => connection.FirstAsync("SELECT value FROM setting WHERE name = @name", row => row.GetString(0), ("@name", name)),
            cancellation);

    public Task PutSettingAsync(string name, string value, CancellationToken cancellation) =>
        gate.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            ("@name", name), ("@value", value)));

    public async Task<string> GetOrAddSettingAsync(string name, string value, CancellationToken cancellation) =>
        await GetSettingAsync(name, cancellation)
        ?? await gate.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync(
                "INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT DO NOTHING", ("@name", name), ("@value", value));
            return await connection.FirstAsync("SELECT value FROM setting WHERE name = @name", row => row.GetString(0), ("@name", name)) ?? value;
        });

    public Task<bool> UseNonceAsync(string caller, string nonce, DateTimeOffset at, DateTimeOffset forget) =>
        gate.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM nhsa_nonce WHERE used_at < @forget", ("@forget", StoredTime.ToMicros(forget)));
            return await connection.ExecuteAsync(
                "INSERT INTO nhsa_nonce (caller, nonce, used_at) VALUES (@caller, @nonce, @at) ON CONFLICT DO NOTHING",
                ("@caller", caller), ("@nonce", nonce), ("@at", StoredTime.ToMicros(at))) == 1;
        });

    public Task PutPatientAsync(PatientIdentity patient, CancellationToken cancellation) => _patients.PutAsync(patient);

    public Task<PatientIdentity?> FindPatientAsync(string hospital, string patientNumber, CancellationToken cancellation) =>
        _patients.FindAsync(hospital, patientNumber, cancellation);

    public Task<bool> ErasePatientAsync(string hospital, string patientNumber, CancellationToken cancellation) =>
        _patients.EraseAsync(hospital, patientNumber);
}
