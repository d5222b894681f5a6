using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class VerifyOnPostgres(SharedPostgres server) : VerifyContract(() => new PostgresPlace(server.NewSchemaAsync));
