using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Records;

public sealed class RecordsOnSqlite : RecordScenarios
{
    [Fact]
    public async Task A_folder_without_a_store_is_bad_input()
    {
        using var empty = new TemporaryFolder();
        var (exitCode, output) = await RecordTool.VerifyAsync(["--data", empty.Path]);
        Assert.Equal(2, exitCode);
        Assert.Contains("ledger.db", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
    }

    private protected override Task<RecordPlace> OpenAsync() => Task.FromResult<RecordPlace>(new SqliteRecord());
}
