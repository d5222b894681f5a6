using Npgsql;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Commit;

namespace OrderCheck.Ledger.Postgres;

/// <summary>One unit as a call of append_one; its rows travel as arrays, one statement however many facts.</summary>
internal static class PostgresUnitCommand
{
    private const string Sql =
        "SELECT status, head_sequence, head_hash FROM append_one($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";

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

    private static void Add<T>(NpgsqlBatchCommand command, T value) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });

    private static void Add<TRow, T>(NpgsqlBatchCommand command, IReadOnlyList<TRow> rows, Func<TRow, T> column) =>
        Add(command, rows.Select(column).ToArray());
}
