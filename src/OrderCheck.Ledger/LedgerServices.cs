using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Tables;
using OrderCheck.Ledger.Background;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Ledger;

/// <summary>Registers the store for the host.</summary>
public static class LedgerServices
{
    /// <summary>
    /// Adds <see cref="IStore"/>, <see cref="ILedger"/>, <see cref="Installation.IInstallationStore"/>,
    /// <see cref="Checks.ICheckStore"/>, <see cref="Releases.IReleaseArchive"/> and <see cref="Relay.IRelayStore"/> as singletons, and opens the store when the
    /// host starts, before what was registered later.
    /// </summary>
    public static IServiceCollection AddOrderCheckLedger(this IServiceCollection services, Action<StoreOptions> configure)
    {
        // Whoever writes or makes releases lets those pass who answer.
        Courtesy.By(Turns.Give, Turns.GiveOften);
        services.AddOptions<StoreOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        services.TryAddSingleton<IEntryCodec, EntryCodec>();
        services.AddSingleton(provider => Store.Create(
            provider.GetRequiredService<IOptions<StoreOptions>>().Value,
            provider.GetRequiredService<IEntryCodec>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Ledger);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Installation);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Checks);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Releases);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Relay);
        services.AddHostedService<StoreOpening>();
        return services;
    }
}
