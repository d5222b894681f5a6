using OrderCheck.Core.Tables;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Commit;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>The rows of one unit.</summary>
internal static class SqliteUnitRows
{
    public static void InsertUnit(SqliteStatements statements, PreparedUnit unit)
    {
        var encounter = unit.Unit.Encounter;
        statements.Run(
            "INSERT INTO append_unit (encounter, first_sequence, last_sequence, request16, request_hash, answer, recorded_at, previous_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            encounter, unit.FirstSequence, unit.LastSequence, unit.Request16, unit.RequestHash, unit.Answer, unit.RecordedAt, unit.Previous, unit.Hash);
    }

    public static void InsertEntries(SqliteStatements statements, PreparedUnit unit)
    {
        var encounter = unit.Unit.Encounter;
        foreach (var entry in unit.Entries)
        {
            Courtesy.PauseOften();
            statements.Run(
                "INSERT INTO entry (encounter, sequence, kind, id16, revision, content16, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                encounter, entry.Sequence, (int)entry.Kind, entry.Id16, entry.Revision, entry.Content16, entry.Body);
        }
    }

    public static void InsertIndexes(SqliteStatements statements, PreparedUnit unit)
    {
        var encounter = unit.Unit.Encounter;
        foreach (var alias in unit.Unit.Aliases)
        {
            statements.Run(
                "INSERT INTO alias (hospital, mdtrt_id, encounter, since) SELECT hospital, ?2, number, ?3 FROM encounter WHERE number = ?1",
                encounter, alias, unit.RecordedAt);
        }
        foreach (var day in unit.Unit.ChargedDays)
            statements.Run("INSERT INTO charged_day (day, encounter) VALUES (?1, ?2) ON CONFLICT DO NOTHING", StoredTime.ToNumber(day), encounter);
        foreach (var patient in unit.Patients)
        {
            statements.Run(
                "INSERT INTO patient_mention (hospital, patient_number, encounter, merged) SELECT hospital, ?2, number, ?3 FROM encounter WHERE number = ?1 ON CONFLICT DO NOTHING",
                encounter, patient.PatientNumber, patient.Merged ? 1 : 0);
        }
        foreach (var late in unit.Unit.Late)
        {
            statements.Run(
                "INSERT INTO late (encounter, hospital, doctor, department, judged_at, check_id, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                encounter, late.Encounter.Hospital, late.Doctor, late.Department, StoredTime.ToMicros(late.JudgedAt), late.CheckId, late.Answer.ToArray());
        }
        foreach (var row in unit.Unit.Work)
        {
            statements.Run(
                "INSERT INTO work (encounter, hospital, list, ward, judged_at, check_id, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                encounter, row.Encounter.Hospital, row.List, row.Ward, StoredTime.ToMicros(row.JudgedAt), row.CheckId, row.Answer.ToArray());
        }
        if (unit.Unit.AwaitsJudgement == true)
            statements.Run("INSERT INTO awaiting_judgement (encounter, since) VALUES (?1, ?2) ON CONFLICT DO NOTHING", encounter, unit.RecordedAt);
        else if (unit.Unit.AwaitsJudgement == false)
            statements.Run("DELETE FROM awaiting_judgement WHERE encounter = ?1", encounter);
        if (unit.Unit.Promises is { Next: { } due })
            statements.Run("INSERT INTO promise_due (encounter, due) VALUES (?1, ?2) ON CONFLICT (encounter) DO UPDATE SET due = excluded.due", encounter, StoredTime.ToMicros(due));
        else if (unit.Unit.Promises is not null)
            statements.Run("DELETE FROM promise_due WHERE encounter = ?1", encounter);
    }
}
