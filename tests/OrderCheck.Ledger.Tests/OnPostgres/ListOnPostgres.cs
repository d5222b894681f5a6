using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class ListOnPostgres(SharedPostgres server) : ListContract(() => new PostgresPlace(server.NewSchemaAsync));
