using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrderCheck.Ledger.Postgres;
using OrderCheck.Ledger.Sqlite;

namespace OrderCheck.Ledger;

/// <summary>Makes the store that the options name; <see cref="IStore.OpenAsync"/> is the caller's next step.</summary>
public static class Store
{
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it.</exception>
    public static IStore Create(StoreOptions options, IEntryCodec codec, ILoggerFactory loggers)
    {
        var checkedOptions = new StoreOptionsValidator().Validate(null, options);
        if (checkedOptions.Failed)
            throw new OptionsValidationException(StoreOptions.Section, typeof(StoreOptions), checkedOptions.Failures);
        var logger = loggers.CreateLogger("OrderCheck.Ledger");
        return options.Kind switch
        {
            StoreKind.Sqlite => new SqliteStore(options, codec, logger),
            StoreKind.Postgres => new PostgresStore(options, codec, logger),
            _ => throw new NotSupportedException($"{options.Kind} is no store."),
        };
    }
}
