using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrderCheck.Cli.Verbs;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Cli.Records;

/// <summary>The options by which a verb is told of an installation's record, which it opens for reading only.</summary>
internal sealed class StorePlace
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "The data folder of the embedded store; a server may be running on it.",
        DefaultValueFactory = _ => "data",
    };

    private readonly Option<string?> _postgres = new("--store-postgres")
    {
        Description = "Connection string of the PostgreSQL store instead; ORDERCHECK_STORE_POSTGRES if not given and no --data is.",
    };

    public void Configure(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_postgres);
    }

    public string Data(VerbRun run) => run.Arguments.GetValue(_data)!;

    /// <exception cref="BadInputException">There is no such store, or it cannot be read.</exception>
    public async Task<IStore> OpenAsync(VerbRun run, CancellationToken cancellation)
    {
        var postgres = run.Arguments.GetValue(_postgres);
        if (postgres is null && run.Arguments.GetResult(_data)?.Implicit != false)
            postgres = Environment.GetEnvironmentVariable("ORDERCHECK_STORE_POSTGRES");
        var name = string.IsNullOrEmpty(postgres) ? Data(run) : "--store-postgres";
        try
        {
            return await OpenAsync(Options(Data(run), postgres), cancellation);
        }
        catch (OptionsValidationException e)
        {
            throw new BadInputException(name, 0, 0, string.Join(' ', e.Failures));
        }
        catch (Exception e) when (e is StoreRefusedException or LedgerUnavailableException)
        {
            throw new BadInputException(name, 0, 0, e.Message);
        }
    }

    private static StoreOptions Options(string data, string? postgres) => new()
    {
        Kind = string.IsNullOrEmpty(postgres) ? StoreKind.Sqlite : StoreKind.Postgres,
        DataDirectory = data,
        ConnectionString = postgres,
        ReadOnly = true,
    };

    private static async Task<IStore> OpenAsync(StoreOptions options, CancellationToken cancellation)
    {
        var store = Store.Create(options, new EntryCodec(), NullLoggerFactory.Instance);
        try
        {
            await store.OpenAsync(cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
