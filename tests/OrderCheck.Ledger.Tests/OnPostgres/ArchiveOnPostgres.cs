using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class ArchiveOnPostgres(SharedPostgres server) : ArchiveContract(() => new PostgresPlace(server.NewSchemaAsync));
