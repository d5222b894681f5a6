using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnSqlite;

public sealed class PatientOnSqlite() : PatientContract(() => new SqlitePlace());
