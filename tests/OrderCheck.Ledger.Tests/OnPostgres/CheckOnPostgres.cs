using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class CheckOnPostgres(SharedPostgres server) : CheckContract(() => new PostgresPlace(server.NewSchemaAsync));
