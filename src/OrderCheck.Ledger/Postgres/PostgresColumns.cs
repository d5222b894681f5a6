using Npgsql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>Rows that travel as arrays, one for each column.</summary>
internal static class PostgresColumns
{
    /// <summary>The next parameter: of each row what its column holds.</summary>
    public static void AddColumn<TRow, T>(this NpgsqlParameterCollection parameters, IEnumerable<TRow> rows, Func<TRow, T> column) =>
        parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(column)] });
}
