using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class AppendOnPostgres(SharedPostgres server) : AppendContract(() => new PostgresPlace(server.NewSchemaAsync));
