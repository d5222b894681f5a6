using Npgsql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>
/// Asks each new connection whether its commits are on disk when they are acknowledged. Both settings can be changed while
/// the server runs, by role, by database or by session, so asking once at start is not enough.
/// </summary>
internal static class PostgresDurability
{
    private const string Question = "SELECT current_setting('fsync'), current_setting('synchronous_commit')";

    public static void Check(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Question, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        Require(reader.GetString(0), reader.GetString(1));
    }

    public static async Task CheckAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Question, connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Require(reader.GetString(0), reader.GetString(1));
    }

    /// <exception cref="StoreRefusedException">A setting would let an acknowledged write be lost.</exception>
    private static void Require(string fsync, string synchronousCommit)
    {
        if (fsync != "on")
            throw new StoreRefusedException($"PostgreSQL fsync is {fsync}; it must be on, or what is acknowledged may be lost.");
        if (synchronousCommit is not ("on" or "remote_apply"))
            throw new StoreRefusedException(
                $"PostgreSQL synchronous_commit is {synchronousCommit}; it must be on or remote_apply, or what is acknowledged may be lost.");
    }
}
