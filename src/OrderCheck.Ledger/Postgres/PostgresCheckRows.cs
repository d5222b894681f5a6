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
    }

    private static (string, object?)[] Row(CheckRecord check) =>
    [
        ("@hospital", check.Encounter.Hospital), ("@id", check.CheckId), ("@visit", check.Encounter.VisitNumber),
        ("@stage", (int)check.Stage), ("@at", StoredTime.ToMicros(check.EvaluatedAt)), ("@role", (int)check.By.Role),
        ("@department", check.By.Department), ("@person", check.By.Person),
        ("@inputs", check.Inputs.ToArray()), ("@answer", check.Answer.ToArray()),
    ];

    private static (string, object?)[] Row(AuditRecord audit) =>
    [
        ("@hospital", audit.By.Hospital), ("@at", StoredTime.ToMicros(audit.At)), ("@role", (int)audit.By.Role),
        ("@department", audit.By.Department), ("@person", audit.By.Person), ("@key", audit.KeyId),
        ("@operation", audit.Operation), ("@subject", audit.Subject), ("@outcome", audit.Outcome),
    ];
}
