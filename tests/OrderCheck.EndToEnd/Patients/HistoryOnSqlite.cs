using OrderCheck.EndToEnd.Records;

namespace OrderCheck.EndToEnd.Patients;

public sealed class HistoryOnSqlite : HistoryScenarios
{
    private protected override Task<RecordPlace> OpenAsync() => Task.FromResult<RecordPlace>(new SqliteRecord());
}
