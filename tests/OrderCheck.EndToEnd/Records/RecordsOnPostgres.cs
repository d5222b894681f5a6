using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Records;

public sealed class RecordsOnPostgres : RecordScenarios
{
    [Fact]
    public async Task A_database_without_a_store_or_that_does_not_answer_is_bad_input()
    {
        using var folder = new TemporaryFolder();
        var empty = await RecordTool.VerifyAsync(Place.ToolOptions(folder.Path));
        await ((PostgresRecord)Place).StopAsync();
        var down = await RecordTool.ReplayAsync(Place.ToolOptions(folder.Path), "any");

        Assert.Equal((2, 2), (empty.ExitCode, down.ExitCode));
        Assert.Contains("--store-postgres", empty.Output, StringComparison.Ordinal);
        Assert.Contains("--store-postgres", down.Output, StringComparison.Ordinal);
    }

    private protected override async Task<RecordPlace> OpenAsync()
    {
        Assert.SkipWhen(PostgresProcess.Programs is null, "PostgreSQL is not installed.");
        return await PostgresRecord.StartAsync();
    }
}
