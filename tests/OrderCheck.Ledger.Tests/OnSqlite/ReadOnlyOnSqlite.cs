using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.OnSqlite;

public sealed class ReadOnlyOnSqlite() : ReadOnlyContract(() => new SqlitePlace())
{
    private string Folder => ((SqlitePlace)Place).Folder;

    [Fact]
    public async Task A_stopped_store_is_left_as_it_was()
    {
        await AppendAsync(Units.Charge("C1"));
        await Store.DisposeAsync();
        var before = Files();

        var reader = await Place.OpenAsync(options => options.ReadOnly = true);
        Assert.Single(await ReplayAsync(reader, Encounter));
        await reader.DisposeAsync();

        Assert.DoesNotContain(before.Keys, static file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_store_that_was_opened_meanwhile_keeps_its_log()
    {
        await Store.DisposeAsync();
        var reader = await Place.OpenAsync(options => options.ReadOnly = true);
        Assert.Empty(await ReplayAsync(reader, Encounter));
        var server = await Place.OpenAsync();
        var head = await server.Ledger.ReadHeadAsync(Encounter, Cancellation);
        await server.Ledger.AppendAsync(Units.Of(Encounter, head, Units.Charge("C1")));

        await reader.DisposeAsync();

        Assert.True(File.Exists(Path.Combine(Folder, "ledger.db-wal")));
        await server.Ledger.AppendAsync(Units.Of(Encounter, await server.Ledger.ReadHeadAsync(Encounter, Cancellation), Units.Charge("C2")));
        Assert.Equal(2, (await ReplayAsync(await Place.OpenAsync(), Encounter)).Count);
    }

    [Fact]
    public async Task A_log_that_a_killed_server_left_stays_as_it_is()
    {
        await AppendAsync(Units.Charge("C1"));
        var crashed = Directory.CreateTempSubdirectory("ordercheck-crashed-").FullName;
        foreach (var file in Directory.GetFiles(Folder))
            File.Copy(file, Path.Combine(crashed, Path.GetFileName(file)));
        File.Delete(Path.Combine(crashed, "ledger.db-shm"));
        var before = Hash(Path.Combine(crashed, "ledger.db"));
        var log = Hash(Path.Combine(crashed, "ledger.db-wal"));

        var reader = await Place.OpenAsync(options => (options.ReadOnly, options.DataDirectory) = (true, crashed));
        Assert.Single(await ReplayAsync(reader, Encounter));
        await reader.DisposeAsync();

        Assert.Equal((before, log), (Hash(Path.Combine(crashed, "ledger.db")), Hash(Path.Combine(crashed, "ledger.db-wal"))));
        Directory.Delete(crashed, recursive: true);
    }

    /// <summary>The folder's files with their content's hash.</summary>
    private SortedDictionary<string, string> Files() =>
        new(Directory.GetFiles(Folder).ToDictionary(static file => Path.GetFileName(file), Hash), StringComparer.Ordinal);

    private static string Hash(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream));
    }
}
