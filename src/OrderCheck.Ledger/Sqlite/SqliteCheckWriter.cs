using System.Data.Common;
using OrderCheck.Ledger.Background;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>One row a check, one an audit record; by statements that stay prepared and without copies, since checks come by the thousand.</summary>
internal sealed class SqliteCheckWriter : IDisposable
{
    /// <summary>Where so many wait, every processor is busy, and whoever is let pass is followed by another one.</summary>
    private const int Many = 256;

    private readonly SqlitePreparation _prepared = new();

    public Task InsertAsync(DbConnection connection, IReadOnlyList<object> records)
    {
        var statements = _prepared.Of(connection);
        foreach (var record in records)
        {
            if (records.Count < Many)
                Turns.GiveOften();
            else
                Turns.Give();
            switch (record)
            {
                case CheckRecord check: Insert(statements, check); break;
                case RuleCount count: Add(statements, count); break;
                case var audit: Insert(statements, (AuditRecord)audit); break;
            }
        }
        return Task.CompletedTask;
    }

    public void Dispose() => _prepared.Dispose();

    private static void Insert(SqliteStatements statements, CheckRecord check) => statements.Run(
        "INSERT INTO check_record (hospital, check_id, visit_number, stage, evaluated_at, role, department, person, inputs, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        check.Encounter.Hospital, check.CheckId, check.Encounter.VisitNumber, (int)check.Stage, StoredTime.ToMicros(check.EvaluatedAt),
        (int)check.By.Role, check.By.Department, check.By.Person, check.Inputs, check.Answer);

    private static void Add(SqliteStatements statements, RuleCount count) => statements.Run(
        "INSERT INTO rule_count (hospital, day, rule, shadow, input, times) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (hospital, day, rule, shadow, input) DO UPDATE SET times = times + excluded.times",
        count.Hospital, count.Day.DayNumber, count.Rule, count.Shadow ? 1 : 0, count.Input, count.Times);

    private static void Insert(SqliteStatements statements, AuditRecord audit) => statements.Run(
        "INSERT INTO audit (hospital, at, role, department, person, key_id, operation, subject, outcome) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        audit.By.Hospital, StoredTime.ToMicros(audit.At), (int)audit.By.Role, audit.By.Department, audit.By.Person, audit.KeyId, audit.Operation,
        audit.Subject, audit.Outcome);
}
