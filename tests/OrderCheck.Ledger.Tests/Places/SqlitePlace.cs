using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OrderCheck.Ledger.Tests.Places;

public sealed class SqlitePlace : StorePlace
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ordercheck-ledger-").FullName;

    public string LedgerFile => Path.Combine(Folder, "ledger.db");

    public override StoreOptions Options() =>
        new() { Kind = StoreKind.Sqlite, DataDirectory = Folder, LockTimeout = TimeSpan.FromMilliseconds(100) };

    public override Task<DbConnection> ConnectAsync() => ConnectAsync("ledger.db");

    public override Task<DbConnection> ConnectInstallationAsync() => ConnectAsync("installation.db");

    public override Task<DbConnection> ConnectChecksAsync() => ConnectAsync("checks.db");

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
