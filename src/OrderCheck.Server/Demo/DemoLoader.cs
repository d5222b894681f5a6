using System.Globalization;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Simulation;
using OrderCheck.Grains.Encounters;
using OrderCheck.Ledger.Installation;
using OrderCheck.Server.Hospitals;

namespace OrderCheck.Server.Demo;

/// <summary>
/// Fills an installation with the demo hospital, through the same interface that a HIS uses. A second start finds it there:
/// the instant it was made for is kept, and each request is recorded once.
/// </summary>
internal sealed class DemoLoader(
    IEncounterService encounters, HospitalRegister hospitals, IInstallationStore store, TimeProvider time, ILogger<DemoLoader> logger)
{
    private const int Together = 8;
    private const string StartedAt = "demo.started_at";
    private const string Loaded = "demo.loaded";

    private static readonly Caller His = new(DemoHospital.Code, Role.His, "", "demo");

    public async Task LoadAsync(Release release, CancellationToken cancellation)
    {
        if (await store.GetSettingAsync(Loaded, cancellation) is not null)
            return;
        var instant = await store.GetOrAddSettingAsync(StartedAt, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), cancellation);
        var demo = DemoHospital.Create(release, DemoHospital.DefaultSeed, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        var faults = await hospitals.PutAsync(HospitalForms.Row(demo.Hospital), demo.DictionarySeed, cancellation);
        if (faults.Count > 0)
            throw new InvalidOperationException($"The demo hospital's dictionary has {faults.Count} faults, first: {faults[0]}");
        var recorded = 0;
        await Parallel.ForEachAsync(
            demo.Encounters,
            new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellation },
            async (encounter, token) => Interlocked.Add(ref recorded, await WriteAsync(encounter, token)));
        await store.PutSettingAsync(Loaded, release.Hash, cancellation);
        ServerLog.DemoLoaded(logger, demo.Encounters.Count, recorded);
    }

    private async Task<int> WriteAsync(SimulatedEncounter encounter, CancellationToken cancellation)
    {
        var recorded = 0;
        foreach (var write in encounter.Writes)
        {
            recorded += await WriteAsync(encounter.VisitNumber, write, cancellation);
        }

        return recorded;
    }

    private async Task<int> WriteAsync(string visitNumber, SimulatedWrite write, CancellationToken cancellation)
    {
        try
        {
            var receipt = await encounters.WriteAsync(
                His, new EncounterRef(visitNumber, null), new WriteRequest(write.RequestId, write.Facts), cancellation);
            return receipt.Recorded;
        }
        catch (ConflictException)
        {
            // An earlier start was ended half-way and had other rules: what it recorded stays.
            return 0;
        }
    }
}
