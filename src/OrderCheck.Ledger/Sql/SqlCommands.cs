using System.Data.Common;

namespace OrderCheck.Ledger.Sql;

/// <summary>Short forms for parameterized commands; parameters are named @name in the text.</summary>
internal static class SqlCommands
{
    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The same statement for many rows of parameters in one round trip; for a driver that has batches.</summary>
    public static async Task ExecuteManyAsync(this DbConnection connection, string sql, IReadOnlyList<(string Name, object? Value)[]> rows)
    {
        if (rows.Count == 0)
            return;
        await using var batch = connection.CreateBatch();
        foreach (var row in rows)
            batch.BatchCommands.Add(BatchCommand(batch, sql, row));
        await batch.ExecuteNonQueryAsync();
    }

    public static async Task<List<T>> QueryAsync<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> row, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>The first row, or the type's default.</summary>
    public static async Task<T?> FirstAsync<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> row, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? row(reader) : default;
    }

    public static byte[] GetBytes(this DbDataReader reader, int ordinal) => reader.GetFieldValue<byte[]>(ordinal);

    // The text is always one of this assembly's own constants; values travel as parameters.
#pragma warning disable CA2100
    private static DbCommand Command(this DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.Add(Named(command.CreateParameter(), name, value));
        return command;
    }

    private static DbBatchCommand BatchCommand(DbBatch batch, string sql, (string Name, object? Value)[] parameters)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.Add(Named(command.CreateParameter(), name, value));
        return command;
    }
#pragma warning restore CA2100

    private static DbParameter Named(DbParameter parameter, string name, object? value)
    {
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }
}
