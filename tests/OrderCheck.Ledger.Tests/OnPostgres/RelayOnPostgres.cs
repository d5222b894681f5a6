using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class RelayOnPostgres(SharedPostgres server) : RelayContract(() => new PostgresPlace(server.NewSchemaAsync));
