using Npgsql;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>Applies the missing scripts in one transaction; silos that start together wait for the first.</summary>
internal static class PostgresMigration
{
    private static readonly Migrations Scripts = new("postgres");

    public static async Task RunAsync(NpgsqlConnection connection)
    {
        // A store that needs no change opens also where nothing can be written, and with a role that may not create tables.
        if (await CurrentAsync(connection) == Scripts.Newest)
            return;
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("SET LOCAL lock_timeout = '30s'");
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(7230020)");
        // What we looked up before the lock may be stale: PostgreSQL keeps "no such table" until it opens a table again.
        await Scripts.ApplyAsync(connection);
        await transaction.CommitAsync();
    }

    /// <exception cref="StoreRefusedException">The schema is not the one that this program knows.</exception>
    public static async Task RequireNewestAsync(NpgsqlConnection connection) => Scripts.RequireNewest(await CurrentAsync(connection));

    private static async Task<int> CurrentAsync(NpgsqlConnection connection) =>
        await connection.FirstAsync("SELECT to_regclass('schema_version') IS NOT NULL", row => row.GetBoolean(0))
            ? await Migrations.CurrentAsync(connection)
            : 0;
}
