using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class InstallationOnPostgres(SharedPostgres server) : InstallationContract(() => new PostgresPlace(server.NewSchemaAsync));
