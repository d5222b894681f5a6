using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OrderCheck.Ledger.Tests.Places;

public sealed class SqlitePlace : StorePlace
{
    /// <summary>Long, since a busy machine may hold a lock for long; cases about locks want it short.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(20);

    public string Folder { get; } = Directory.CreateTempSubdirectory("ordercheck-ledger-").FullName;

    public string LedgerFile => Path.Combine(Folder, "ledger.db");

    public override StoreOptions Options() =>
        new() { Kind = StoreKind.Sqlite, DataDirectory = Folder, LockTimeout = LockTimeout };

    public override Task<DbConnection> ConnectAsync() => ConnectAsync("ledger.db");

    public override Task<DbConnection> ConnectInstallationAsync() => ConnectAsync("installation.db");

    public override Task<DbConnection> ConnectChecksAsync() => ConnectAsync("checks.db");

    public override Task UnlockAsync() =>
        ExecuteAsync("DROP TRIGGER entry_update; DROP TRIGGER entry_delete; DROP TRIGGER append_unit_update; DROP TRIGGER append_unit_delete");

    public override string Literal(byte[] bytes) => $"x'{Convert.ToHexString(bytes)}'";

    public override Task<byte[]> ReadReleaseAsync(string hash) => File.ReadAllBytesAsync(ReleaseFile(hash));

    public override Task WriteReleaseAsync(string hash, byte[] blob) => File.WriteAllBytesAsync(ReleaseFile(hash), blob);

    private string ReleaseFile(string hash) => Path.Combine(Folder, "releases", hash + ".tar.br");

    private async Task<DbConnection> ConnectAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, file)};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    protected override Task RemoveAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
