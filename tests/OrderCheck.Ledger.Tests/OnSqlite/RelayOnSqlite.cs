using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnSqlite;

public sealed class RelayOnSqlite() : RelayContract(() => new SqlitePlace());
