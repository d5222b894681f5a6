using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Cli.Load;

/// <summary>In a SQLite file of its own that the ledger's own migrations made, with the same settings.</summary>
internal sealed class SqliteRawInserts : IRawInserts
{
    private readonly string _folder;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly RawRows _rows;

    private SqliteRawInserts(string folder, int encounters)
    {
        (_folder, _rows) = (folder, new RawRows(encounters));
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "ledger.db")};Pooling=False;Foreign Keys=True");
        _connection.Open();
        using var settings = _connection.CreateCommand();
        settings.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL";
        settings.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO entry (encounter, sequence, kind, id16, revision, content16, body) VALUES ($1, $2, 1, $3, 0, $4, $5)";
        foreach (var name in (string[])["$1", "$2", "$3", "$4", "$5"])
            _insert.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    public long Count => _rows.Count;

    public static async Task<SqliteRawInserts> OpenAsync(int encounters)
    {
        var folder = Directory.CreateTempSubdirectory("ordercheck-raw-").FullName;
        await using (var store = Store.Create(new StoreOptions { DataDirectory = folder }, new EntryCodec(), NullLoggerFactory.Instance))
        {
            await store.OpenAsync(CancellationToken.None);
            for (var number = 1; number <= encounters; number++)
                await store.Ledger.OpenEncounterAsync(new EncounterKey("raw", $"{number}"), CancellationToken.None);
        }
        return new SqliteRawInserts(folder, encounters);
    }

    public Task CommitAsync()
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (var (encounter, sequence, id, content, body) in _rows.Next())
        {
            _insert.Parameters[0].Value = encounter;
            _insert.Parameters[1].Value = sequence;
            _insert.Parameters[2].Value = id;
            _insert.Parameters[3].Value = content;
            _insert.Parameters[4].Value = body;
            _insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _connection.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
