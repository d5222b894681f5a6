using OrderCheck.EndToEnd.Records;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Patients;

public sealed class HistoryOnPostgres : HistoryScenarios
{
    private protected override async Task<RecordPlace> OpenAsync()
    {
        Assert.SkipWhen(PostgresProcess.Programs is null, "PostgreSQL is not installed.");
        return await PostgresRecord.StartAsync();
    }
}
