using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class ChainOnPostgres(SharedPostgres server) : ChainContract(() => new PostgresPlace(server.NewSchemaAsync));
