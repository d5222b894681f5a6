using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>Releases in a table of their own.</summary>
internal sealed class PostgresReleaseArchive(PostgresGate gate) : IReleaseArchive
{
    public async Task<bool> HasAsync(string hash, CancellationToken cancellation) =>
        await gate.ReadAsync(
            connection => connection.FirstAsync("SELECT true FROM release_archive WHERE hash = @hash", row => row.GetBoolean(0), ("@hash", hash)),
            cancellation);

    public async Task<string> KeepAsync(RuleFolder folder, CancellationToken cancellation)
    {
        var hash = ReleaseBuilder.HashOf(folder);
        if (await HasAsync(hash, cancellation))
            return hash;
        var blob = await Unhurried.RunAsync(() => ReleaseBlob.Pack(folder));
        await gate.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO release_archive (hash, files) VALUES (@hash, @files) ON CONFLICT DO NOTHING", ("@hash", hash), ("@files", blob)));
        return hash;
    }

    public async Task<RuleFolder?> FindAsync(string hash, CancellationToken cancellation)
    {
        var blob = await gate.ReadAsync(
            connection => connection.FirstAsync("SELECT files FROM release_archive WHERE hash = @hash", row => row.GetBytes(0), ("@hash", hash)),
            cancellation);
        return blob is null ? null : ReleaseBlob.Unpack(new MemoryStream(blob, writable: false), hash, $"release_archive {hash}");
    }
}
