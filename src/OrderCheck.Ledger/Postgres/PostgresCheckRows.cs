using System.Data.Common;
using Npgsql;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>
/// One row a check, one an audit record. Rows of a table travel as arrays, one statement however many: a statement for each held the database's
/// processor for milliseconds, and checks wait behind that where the database shares their machine.
/// </summary>
internal static class PostgresCheckRows
{
    private const string Checks =
        """
        INSERT INTO check_record (hospital, check_id, visit_number, stage, evaluated_at, role, department, person, inputs, answer)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string Audits =
        """
        INSERT INTO audit (hospital, at, role, department, person, key_id, operation, subject, outcome)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    public static async Task InsertAsync(DbConnection connection, IReadOnlyList<object> records)
    {
        var own = (NpgsqlConnection)connection;
        await InsertAsync(own, [.. records.OfType<CheckRecord>()]);
        await InsertAsync(own, [.. records.OfType<AuditRecord>()]);
        // In one order for all silos, so that no two wait for each other's rows.
        await connection.ExecuteManyAsync(
            """
            INSERT INTO rule_count (hospital, day, rule, shadow, input, times) VALUES (@hospital, @day, @rule, @shadow, @input, @times)
            ON CONFLICT (hospital, day, rule, shadow, input) DO UPDATE SET times = rule_count.times + excluded.times
            """,
            [.. records.OfType<RuleCount>().OrderBy(RowOf, StringComparer.Ordinal).Select(Row)]);
    }

    private static async Task InsertAsync(NpgsqlConnection connection, CheckRecord[] checks)
    {
        if (checks.Length == 0)
            return;
        await using var command = new NpgsqlCommand(Checks, connection);
        command.Parameters.AddColumn(checks, check => check.Encounter.Hospital);
        command.Parameters.AddColumn(checks, check => check.CheckId);
        command.Parameters.AddColumn(checks, check => check.Encounter.VisitNumber);
        command.Parameters.AddColumn(checks, check => (int)check.Stage);
        command.Parameters.AddColumn(checks, check => StoredTime.ToMicros(check.EvaluatedAt));
        command.Parameters.AddColumn(checks, check => (int)check.By.Role);
        command.Parameters.AddColumn(checks, check => check.By.Department);
        command.Parameters.AddColumn(checks, check => check.By.Person);
        command.Parameters.AddColumn(checks, check => check.Inputs);
        command.Parameters.AddColumn(checks, check => check.Answer);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task InsertAsync(NpgsqlConnection connection, AuditRecord[] audits)
    {
        if (audits.Length == 0)
            return;
        await using var command = new NpgsqlCommand(Audits, connection);
        command.Parameters.AddColumn(audits, audit => audit.By.Hospital);
        command.Parameters.AddColumn(audits, audit => StoredTime.ToMicros(audit.At));
        command.Parameters.AddColumn(audits, audit => (int)audit.By.Role);
        command.Parameters.AddColumn(audits, audit => audit.By.Department);
        command.Parameters.AddColumn(audits, audit => audit.By.Person);
        command.Parameters.AddColumn(audits, audit => audit.KeyId);
        command.Parameters.AddColumn(audits, audit => audit.Operation);
        command.Parameters.AddColumn(audits, audit => audit.Subject);
        command.Parameters.AddColumn(audits, audit => audit.Outcome);
        await command.ExecuteNonQueryAsync();
    }

    private static string RowOf(RuleCount count) => $"{count.Hospital}|{count.Day.DayNumber}|{count.Rule}|{count.Shadow}|{count.Input}";

    private static (string, object?)[] Row(RuleCount count) =>
    [
        ("@hospital", count.Hospital), ("@day", count.Day.DayNumber), ("@rule", count.Rule), ("@shadow", count.Shadow ? 1 : 0),
        ("@input", count.Input), ("@times", count.Times),
    ];
}
