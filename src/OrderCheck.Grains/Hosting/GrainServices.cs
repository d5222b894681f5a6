using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrderCheck.Grains.Charges;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Patients;
using OrderCheck.Grains.Releases;
using OrderCheck.Grains.Serialization;

namespace OrderCheck.Grains.Hosting;

/// <summary>What a silo needs beside Orleans. An ILedger and an ICheckStore have to be registered by the host.</summary>
public static class GrainServices
{
    public static IServiceCollection AddOrderCheckGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDomainSerialization();
        services.TryAddSingleton<ReleaseHolder>();
        services.TryAddSingleton<DictionaryHolder>();
        services.TryAddSingleton<LateSignal>();
        services.TryAddSingleton<Judge>();
        services.TryAddSingleton<AfterAnswers>();
        services.AddHostedService(provider => provider.GetRequiredService<AfterAnswers>());
        services.TryAddSingleton<CheckRecorder>();
        services.TryAddSingleton<IRuleRecords, RuleRecords>();
        services.TryAddSingleton<EncounterKeys>();
        services.TryAddSingleton<EncounterGrains>();
        services.TryAddSingleton<OpenEncounters>();
        services.TryAddSingleton<ToldVisits>();
        services.TryAddSingleton<Observations>();
        services.AddHostedService(static provider => provider.GetRequiredService<Observations>());
        services.TryAddSingleton<Reconciliation>();
        services.TryAddSingleton<IEncounterService, EncounterService>();
        services.AddHostedService<LateSweeper>();
        services.AddHostedService<HistoryKeeper>();
        return services;
    }
}
