using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class RaceOnPostgres(SharedPostgres server) : RaceContract(() => new PostgresPlace(server.NewSchemaAsync));
