using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class PatientOnPostgres(SharedPostgres server) : PatientContract(() => new PostgresPlace(server.NewSchemaAsync));
