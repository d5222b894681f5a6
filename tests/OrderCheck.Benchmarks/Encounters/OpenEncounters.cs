using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Hosting;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Benchmarks.Encounters;

/// <summary>What an open encounter takes of the heap, its grain with it, and how long opening one takes.</summary>
internal static class OpenEncounters
{
    private const int Charges = 500;
    private const int Encounters = 20_000;
    private static readonly Caller His = new(LongStay.Hospital, Role.His, "", "");

    public static async Task PrintAsync(TextWriter output)
    {
        var release = StarterRules.Build(StarterRules.Read());
        await PrintMemoryAsync(output, release);
        await OpeningTime.PrintAsync(output, release);
    }

    private static async Task PrintMemoryAsync(TextWriter output, Release release)
    {
        using var silo = Silo(new OneHistoryLedger(LongStay.Bodies(release, Charges)));
        await silo.StartAsync();
        var encounters = silo.Services.GetRequiredService<IEncounterService>();
        await OpenAsync(encounters, 0, 100);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await OpenAsync(encounters, 100, Encounters);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        await output.WriteLineAsync($"{Encounters} open encounters of {Charges} charges: {kept / Encounters / 1024.0:0.0} KB of GC heap each");
        await silo.StopAsync();
    }

    public static IHost Silo(ILedger ledger)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(ledger);
        builder.Services.AddSingleton<ICheckStore, NoChecks>();
        builder.Services.AddOrderCheckGrains();
        builder.UseOrleans(silo => silo.UseOrderCheckCluster(new SiloOptions()));
        var host = builder.Build();
        var hospital = new Hospital(LongStay.Hospital, "示范医院", 3, "综合", Hospital.FindTimeZone(Hospital.DefaultTimeZoneId));
        host.Services.GetRequiredService<DictionaryHolder>().Swap(HospitalDictionary.Empty(hospital));
        return host;
    }

    public static async Task OpenAsync(IEncounterService encounters, int first, int count) => await Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        async (number, cancellation) => _ = await encounters.DescribeAsync(His, new EncounterRef($"M{number}", null), cancellation)
            ?? throw new InvalidOperationException($"Encounter M{number} has nothing recorded."));
}
