using System.Data.Common;

namespace OrderCheck.Ledger.Sql;

/// <summary>
/// The way to one database. Work is written once in the SQL that SQLite and PostgreSQL share; what a gate throws is a
/// <see cref="LedgerUnavailableException"/> or the caller's own mistake, never a driver's code.
/// </summary>
internal interface ISqlGate
{
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs the work in a transaction of its own and ends when it is on disk.</summary>
    /// <param name="sync">False where it is enough to be on disk with the next that has to; others see it at once.</param>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, bool sync = true);
}
