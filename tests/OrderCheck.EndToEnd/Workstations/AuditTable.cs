using Microsoft.Data.Sqlite;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>A server's audit, as it lies in its embedded store.</summary>
internal sealed class AuditTable(string data)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Operation, subject and outcome of what somebody did, oldest first; waits until there are so many, since they are written behind the answers.</summary>
    public async Task<IReadOnlyList<(string Operation, string Subject, string Outcome)>> OfAsync(string person, int count)
    {
        IReadOnlyList<(string, string, string)> found = [];
        await Wait.UntilAsync(
            async () => (found = await ReadAsync(person)).Count >= count, $"{count} records in the audit", Patience, () => $"There are: {string.Join("; ", found)}.");
        return found;
    }

    private async Task<IReadOnlyList<(string, string, string)>> ReadAsync(string person)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "checks.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand("SELECT operation, subject, outcome FROM audit WHERE person = @person ORDER BY at, rowid", connection);
        command.Parameters.AddWithValue("@person", person);
        await using var rows = await command.ExecuteReaderAsync();
        var records = new List<(string, string, string)>();
        while (await rows.ReadAsync())
            records.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        return records;
    }
}
