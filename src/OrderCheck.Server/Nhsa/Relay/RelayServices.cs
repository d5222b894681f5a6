using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>Registers the relay for the host.</summary>
internal static class RelayServices
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The file of --bureau cannot work.</exception>
    public static void AddBureauRelay(this IServiceCollection services, OrderCheckOptions options)
    {
        var settings = options.Bureau is { } file ? BureauFile.Read(file) : [];
        services.AddSingleton(settings);
        services.AddSingleton<Bureaus>();
        services.AddSingleton<LateAnswers>();
        services.AddSingleton<RelayGauges>();
        services.AddSingleton<DispositionSender>();
        services.AddHostedService(static provider => provider.GetRequiredService<DispositionSender>());
        services.AddSingleton<BureauRelay>();
        services.AddHostedService(static provider => provider.GetRequiredService<BureauRelay>());
        // Also where there is nobody to be asked: who asks is made all the same.
        services.AddHttpClient();
        foreach (var one in settings)
            services.AddHttpClient(Bureau.ClientOf(one.Hospital))
                .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(() => Handler(one))
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
                // It would log addresses and the headers of every call.
                .RemoveAllLoggers();
    }

    private static SocketsHttpHandler Handler(BureauSettings settings) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = settings.Deadline,
        MaxConnectionsPerServer = settings.AtOnce,
        SslOptions = BureauTrust.Options(settings.Authorities),
        // A bureau that moves is found at its new address.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // What the bureau gets is the HIS's request, not our traces.
        ActivityHeadersPropagator = null,
    };
}
