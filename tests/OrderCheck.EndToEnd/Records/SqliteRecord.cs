using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OrderCheck.EndToEnd.Records;

/// <summary>The files of the embedded store.</summary>
internal sealed class SqliteRecord : RecordPlace
{
    public override string[] ServerOptions => [];

    public override string Unprotect =>
        "DROP TRIGGER entry_update; DROP TRIGGER entry_delete; DROP TRIGGER append_unit_update; DROP TRIGGER append_unit_delete";

    public override string[] ToolOptions(string data) => ["--data", data];

    public override DbConnection Ledger(string data) => Connect(data, "ledger.db");

    public override DbConnection Checks(string data) => Connect(data, "checks.db");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static SqliteConnection Connect(string data, string file) => new($"Data Source={Path.Combine(data, file)};Pooling=False");
}
