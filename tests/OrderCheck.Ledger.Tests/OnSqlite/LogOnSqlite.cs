using System.Data.Common;
using Microsoft.Data.Sqlite;
using OrderCheck.Ledger.Sqlite;
using Xunit;

namespace OrderCheck.Ledger.Tests.OnSqlite;

/// <summary>The write-ahead log is copied into the file beside the writing, and begins anew.</summary>
public sealed class LogOnSqlite : IDisposable
{
    private const int Pages = 50;
    private const int BytesOfAPage = 4_096;

    /// <summary>At most: its text, its place in the table and in each index, and what splits.</summary>
    private const int PagesOfARow = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("ordercheck-log-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "checks.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_long_log_is_copied_and_written_from_its_beginning_again()
    {
        await using var file = await OpenAsync();
        await WriteAsync(file, rows: Pages * 2);

        Assert.InRange(await FramesAsync(), 1, Pages + PagesOfARow);
        Assert.Equal(Pages * 2, await CountAsync(file));
    }

    [Fact]
    public async Task A_short_log_is_left_alone()
    {
        await using var file = await OpenAsync();
        await WriteAsync(file, rows: 6);

        Assert.InRange(await FramesAsync(), 12, Pages);
    }

    [Fact]
    public async Task What_a_reader_still_needs_stays_and_the_next_copying_takes_it()
    {
        await using var file = await OpenAsync();
        await using (var reader = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            await reader.OpenAsync(TestContext.Current.CancellationToken);
            await RunAsync(reader, "BEGIN");
            Assert.Equal(0L, await ScalarAsync(reader, "SELECT count(*) FROM audit"));
            await WriteAsync(file, rows: Pages * 2);
            Assert.Equal(0L, await ScalarAsync(reader, "SELECT count(*) FROM audit"));
        }
        await WriteAsync(file, rows: Pages * 2);

        Assert.InRange(await FramesAsync(), 1, Pages + PagesOfARow);
        Assert.Equal(Pages * 4, await CountAsync(file));
    }

    [Fact]
    public async Task What_waits_for_the_next_commit_to_be_on_disk_is_seen_at_once()
    {
        await using var file = await OpenAsync();
        const int Normal = 1, Full = 2;
        Assert.Equal(Normal, await SynchronousAsync(sync: false));
        Assert.Equal(1, await CountAsync(file));
        Assert.Equal(Full, await SynchronousAsync(sync: true));
        Assert.Equal(2, await CountAsync(file));

        Task<long> SynchronousAsync(bool sync) => file.WriteAsync(
            async connection =>
            {
                await InsertAsync(connection, "x");
                return await ScalarAsync(connection, "PRAGMA synchronous");
            },
            sync);
    }

    private async Task<SqliteFile> OpenAsync()
    {
        var file = new SqliteFile(Path, "sqlite-checks", TimeSpan.FromSeconds(5)) { PagesOfALog = Pages };
        await file.OpenAsync();
        return file;
    }

    /// <summary>
    /// Each takes more than a page of the log, in a transaction of its own, and waits for the copying that it may have begun: how long
    /// the log is afterwards does not depend on who was faster, and nobody copies while the pages are counted.
    /// </summary>
    private static async Task WriteAsync(SqliteFile file, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            await file.WriteAsync(connection => InsertAsync(connection, new string('x', BytesOfAPage)));
            await file.LogCopiedAsync();
        }
    }

    private static async Task<int> InsertAsync(DbConnection connection, string told)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "INSERT INTO audit (hospital, at, role, department, person, key_id, operation, subject, outcome) VALUES ('H', 0, 1, '', '', '', '', $text, '')";
        var text = command.CreateParameter();
        (text.ParameterName, text.Value) = ("$text", told);
        command.Parameters.Add(text);
        return await command.ExecuteNonQueryAsync();
    }

    private static Task<long> CountAsync(SqliteFile file) =>
        file.ReadAsync(connection => ScalarAsync(connection, "SELECT count(*) FROM audit"), TestContext.Current.CancellationToken);

    /// <summary>How many pages the log has now.</summary>
    private async Task<long> FramesAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await row.ReadAsync(TestContext.Current.CancellationToken));
        return row.GetInt64(1);
    }

    private static async Task<long> ScalarAsync(DbConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file.
        command.CommandText = text;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task RunAsync(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file.
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
