using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class ReadOnlyOnPostgres(SharedPostgres server) : ReadOnlyContract(() => new PostgresPlace(server.NewSchemaAsync));
