using System.Data.Common;
using System.Globalization;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Installation;

namespace OrderCheck.Ledger.Sql;

/// <summary>API keys; hospitals and roles lie as space-separated lists, codes have no spaces.</summary>
internal sealed class ApiKeyTable(ISqlGate gate)
{
    private const string Columns = "key_id, lookup, salt, hash, hospitals, roles, note, created_at, revoked_at";

    public Task PutAsync(ApiKeyRow key) =>
        gate.WriteAsync(connection => connection.ExecuteAsync(
            $"""
            INSERT INTO api_key ({Columns}) VALUES (@id, @lookup, @salt, @hash, @hospitals, @roles, @note, @created, @revoked)
            ON CONFLICT (key_id) DO UPDATE SET lookup = excluded.lookup, salt = excluded.salt, hash = excluded.hash,
                hospitals = excluded.hospitals, roles = excluded.roles, note = excluded.note,
                created_at = excluded.created_at, revoked_at = excluded.revoked_at
            """,
            ("@id", key.KeyId), ("@lookup", key.Lookup.ToArray()), ("@salt", key.Salt.ToArray()), ("@hash", key.Hash.ToArray()),
            ("@hospitals", string.Join(' ', key.Hospitals)),
            ("@roles", string.Join(' ', key.Roles.Select(role => ((int)role).ToString(CultureInfo.InvariantCulture)))),
            ("@note", key.Note), ("@created", StoredTime.ToMicros(key.CreatedAt)),
            ("@revoked", key.RevokedAt is { } at ? StoredTime.ToMicros(at) : null)));

    public Task<ApiKeyRow?> FindAsync(ReadOnlyMemory<byte> lookup, CancellationToken cancellation) =>
        gate.ReadAsync(
            connection => connection.FirstAsync($"SELECT {Columns} FROM api_key WHERE lookup = @lookup", Row, ("@lookup", lookup.ToArray())),
            cancellation);

    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellation) =>
        await gate.ReadAsync(connection => connection.QueryAsync($"SELECT {Columns} FROM api_key ORDER BY created_at, key_id", Row), cancellation);

    public async Task<bool> RevokeAsync(string keyId, DateTimeOffset at) =>
        await gate.WriteAsync(connection => connection.ExecuteAsync(
            "UPDATE api_key SET revoked_at = @at WHERE key_id = @id AND revoked_at IS NULL",
            ("@id", keyId), ("@at", StoredTime.ToMicros(at)))) == 1;

    private static ApiKeyRow Row(DbDataReader row) => new()
    {
        KeyId = row.GetString(0),
        Lookup = row.GetBytes(1),
        Salt = row.GetBytes(2),
        Hash = row.GetBytes(3),
        Hospitals = row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Roles = [.. row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(role => (Role)int.Parse(role))],
        Note = row.GetString(6),
        CreatedAt = StoredTime.FromMicros(row.GetInt64(7)),
        RevokedAt = row.IsDBNull(8) ? null : StoredTime.FromMicros(row.GetInt64(8)),
    };
}
