using Npgsql;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Commit;

namespace OrderCheck.Ledger.Postgres;

/// <summary>One unit as a call of append_one; its rows travel as arrays, one statement however many facts.</summary>
internal static class PostgresUnitCommand
{
    private const string Sql =
        "SELECT status, head_sequence, head_hash FROM append_one($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";

    /// <summary>Nothing is mentioned by a unit that was refused just before. Answers no rows.</summary>
    private const string Mention =
        """
        INSERT INTO patient_mention (hospital, patient_number, encounter, merged)
        SELECT e.hospital, n.patient_number, e.number, n.merged
        FROM encounter e, unnest($4, $5) AS n (patient_number, merged)
        WHERE e.number = $1 AND EXISTS (SELECT 1 FROM append_unit u WHERE u.encounter = $1 AND u.last_sequence = $2 AND u.hash = $3)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>As above. Answers no rows.</summary>
    private const string Promise =
        """
        INSERT INTO promise_due (encounter, due)
        SELECT u.encounter, $4 FROM append_unit u WHERE u.encounter = $1 AND u.last_sequence = $2 AND u.hash = $3
        ON CONFLICT (encounter) DO UPDATE SET due = excluded.due
        """;

    private const string NoPromise =
        "DELETE FROM promise_due WHERE encounter = $1 AND EXISTS (SELECT 1 FROM append_unit u WHERE u.encounter = $1 AND u.last_sequence = $2 AND u.hash = $3)";

    private const string Together =
        "SELECT append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)";

    /// <summary>Whether the unit is like nearly all: those of several encounters can be appended together.</summary>
    public static bool IsPlain(PreparedUnit unit) =>
        unit.Patients.Count == 0 && unit.Unit is { Aliases.Count: 0, Late.Count: 0, Promises: null };

    /// <summary>Plain units as one call of append_batch: answers whether all of them have been appended; else none has.</summary>
    public static NpgsqlBatchCommand ForAll(IReadOnlyList<PreparedUnit> units)
    {
        var command = new NpgsqlBatchCommand(Together);
        Add(command, units, unit => unit.Unit.Encounter);
        Add(command, units, unit => unit.Unit.Expected.Sequence);
        Add(command, units, unit => unit.LastSequence);
        Add(command, units, unit => unit.Previous);
        Add(command, units, unit => unit.Hash);
        Add(command, units, unit => unit.Request16);
        Add(command, units, unit => unit.RequestHash);
        Add(command, units, unit => unit.Answer);
        Add(command, units, unit => unit.RecordedAt);
        Add(command, units, unit => unit.Unit.AwaitsJudgement);
        var entries = units.SelectMany(unit => unit.Entries, (unit, entry) => (unit.Unit.Encounter, Entry: entry)).ToList();
        Add(command, entries, row => row.Encounter);
        Add(command, entries, row => row.Entry.Sequence);
        Add(command, entries, row => (int)row.Entry.Kind);
        Add(command, entries, row => row.Entry.Id16);
        Add(command, entries, row => row.Entry.Revision);
        Add(command, entries, row => row.Entry.Content16);
        Add(command, entries, row => row.Entry.Body);
        var days = units.SelectMany(unit => unit.Unit.ChargedDays, (unit, day) => (unit.Unit.Encounter, Day: day)).ToList();
        Add(command, days, row => row.Encounter);
        Add(command, days, row => StoredTime.ToNumber(row.Day));
        var work = units.SelectMany(unit => unit.Unit.Work, (unit, row) => (unit.Unit.Encounter, Row: row)).ToList();
        Add(command, work, row => row.Encounter);
        Add(command, work, row => row.Row.List);
        Add(command, work, row => row.Row.Ward);
        Add(command, work, row => StoredTime.ToMicros(row.Row.JudgedAt));
        Add(command, work, row => row.Row.CheckId);
        Add(command, work, row => row.Row.Answer.ToArray());
        return command;
    }

    public static NpgsqlBatchCommand For(PreparedUnit unit)
    {
        var command = new NpgsqlBatchCommand(Sql);
        Add(command, unit.Unit.Encounter);
        Add(command, unit.Unit.Expected.Sequence);
        Add(command, unit.Previous);
        Add(command, unit.Hash);
        Add(command, unit.Request16);
        Add(command, unit.RequestHash);
        Add(command, unit.Answer);
        Add(command, unit.RecordedAt);
        Add(command, unit.Entries, entry => (int)entry.Kind);
        Add(command, unit.Entries, entry => entry.Id16);
        Add(command, unit.Entries, entry => entry.Revision);
        Add(command, unit.Entries, entry => entry.Content16);
        Add(command, unit.Entries, entry => entry.Body);
        Add(command, unit.Unit.Aliases, alias => alias);
        Add(command, unit.Unit.ChargedDays, StoredTime.ToNumber);
        command.Parameters.Add(new NpgsqlParameter<bool?> { TypedValue = unit.Unit.AwaitsJudgement });
        Add(command, unit.Unit.Late, late => late.Doctor);
        Add(command, unit.Unit.Late, late => late.Department);
        Add(command, unit.Unit.Late, late => StoredTime.ToMicros(late.JudgedAt));
        Add(command, unit.Unit.Late, late => late.CheckId);
        Add(command, unit.Unit.Late, late => late.Answer.ToArray());
        return command;
    }

    /// <summary>The patients that the unit names, where it has been appended.</summary>
    public static NpgsqlBatchCommand Mentioning(PreparedUnit unit)
    {
        var command = new NpgsqlBatchCommand(Mention);
        Add(command, unit.Unit.Encounter);
        Add(command, unit.LastSequence);
        Add(command, unit.Hash);
        Add(command, unit.Patients, patient => patient.PatientNumber);
        Add(command, unit.Patients, patient => patient.Merged ? 1 : 0);
        return command;
    }

    /// <summary>The rows of lists that are no doctor's, where it has been appended. Answers no rows.</summary>
    public static NpgsqlBatchCommand Listing(PreparedUnit unit)
    {
        var command = new NpgsqlBatchCommand("CALL append_work($1, $2, $3, $4, $5, $6, $7, $8)");
        Add(command, unit.Unit.Encounter);
        Add(command, unit.LastSequence);
        Add(command, unit.Hash);
        Add(command, unit.Unit.Work, row => row.List);
        Add(command, unit.Unit.Work, row => row.Ward);
        Add(command, unit.Unit.Work, row => StoredTime.ToMicros(row.JudgedAt));
        Add(command, unit.Unit.Work, row => row.CheckId);
        Add(command, unit.Unit.Work, row => row.Answer.ToArray());
        return command;
    }

    /// <summary>When the encounter's next promise is due, where it has been appended.</summary>
    public static NpgsqlBatchCommand Promising(PreparedUnit unit, PromisesDue promises)
    {
        var command = new NpgsqlBatchCommand(promises.Next is null ? NoPromise : Promise);
        Add(command, unit.Unit.Encounter);
        Add(command, unit.LastSequence);
        Add(command, unit.Hash);
        if (promises.Next is { } due)
            Add(command, StoredTime.ToMicros(due));
        return command;
    }

    private static void Add<T>(NpgsqlBatchCommand command, T value) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });

    private static void Add<TRow, T>(NpgsqlBatchCommand command, IReadOnlyList<TRow> rows, Func<TRow, T> column) =>
        command.Parameters.AddColumn(rows, column);
}
