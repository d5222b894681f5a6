using System.Data.Common;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>One row a check, one an audit record.</summary>
internal static class PostgresCheckRows
{
    public static async Task InsertAsync(DbConnection connection, IReadOnlyList<object> records)
    {
        await connection.ExecuteManyAsync(
            """
            INSERT INTO check_record (hospital, check_id, visit_number, stage, evaluated_at, role, department, person, inputs, answer)
            VALUES (@hospital, @id, @visit, @stage, @at, @role, @department, @person, @inputs, @answer)
            """,
            [.. records.OfType<CheckRecord>().Select(Row)]);
        await connection.ExecuteManyAsync(
            """
            INSERT INTO audit (hospital, at, role, department, person, key_id, operation, subject, outcome)
            VALUES (@hospital, @at, @role, @department, @person, @key, @operation, @subject, @outcome)
            """,
            [.. records.OfType<AuditRecord>().Select(Row)]);
        // In one order for all silos, so that no two wait for each other's rows.
        await connection.ExecuteManyAsync(
            """
            INSERT INTO rule_count (hospital, day, rule, shadow, input, times) VALUES (@hospital, @day, @rule, @shadow, @input, @times)
            ON CONFLICT (hospital, day, rule, shadow, input) DO UPDATE SET times = rule_count.times + excluded.times
            """,
            [.. records.OfType<RuleCount>().OrderBy(RowOf, StringComparer.Ordinal).Select(Row)]);
    }

    private static (string, object?)[] Row(CheckRecord check) =>
    [
        ("@hospital", check.Encounter.Hospital), ("@id", check.CheckId), ("@visit", check.Encounter.VisitNumber),
        ("@stage", (int)check.Stage), ("@at", StoredTime.ToMicros(check.EvaluatedAt)), ("@role", (int)check.By.Role),
        ("@department", check.By.Department), ("@person", check.By.Person),
        ("@inputs", check.Inputs.ToArray()), ("@answer", check.Answer.ToArray()),
    ];

    private static string RowOf(RuleCount count) => $"{count.Hospital}|{count.Day.DayNumber}|{count.Rule}|{count.Shadow}|{count.Input}";

    private static (string, object?)[] Row(RuleCount count) =>
    [
        ("@hospital", count.Hospital), ("@day", count.Day.DayNumber), ("@rule", count.Rule), ("@shadow", count.Shadow ? 1 : 0),
        ("@input", count.Input), ("@times", count.Times),
    ];

    private static (string, object?)[] Row(AuditRecord audit) =>
    [
        ("@hospital", audit.By.Hospital), ("@at", StoredTime.ToMicros(audit.At)), ("@role", (int)audit.By.Role),
        ("@department", audit.By.Department), ("@person", audit.By.Person), ("@key", audit.KeyId),
        ("@operation", audit.Operation), ("@subject", audit.Subject), ("@outcome", audit.Outcome),
    ];
}
