using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Benchmarks.Encounters;

/// <summary>How long the first call waits for an encounter of 2 000 entries, from a SQLite store on disk.</summary>
internal static class OpeningTime
{
    private const int Entries = 2_000;
    private const int Encounters = 60;
    private const int WarmUps = 20;
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 30, 0, TimeSpan.FromHours(8));
    private static readonly Caller His = new(LongStay.Hospital, Role.His, "", "");

    public static async Task PrintAsync(TextWriter output, Release release)
    {
        var folder = Directory.CreateTempSubdirectory("ordercheck-bench-").FullName;
        await using (var store = Store.Create(new StoreOptions { DataDirectory = folder }, new EntryCodec(), NullLoggerFactory.Instance))
        {
            await store.OpenAsync(CancellationToken.None);
            var facts = LongStay.Facts(release, Entries).Take(Entries).ToList();
            for (var number = 0; number < Encounters; number++)
                await AppendAsync(store.Ledger, $"M{number}", [.. facts.Select(fact => OfOwnPatient(fact, number))]);
            using var silo = OpenEncounters.Silo(store.Ledger);
            await silo.StartAsync();
            var encounters = silo.Services.GetRequiredService<IEncounterService>();
            await OpenEncounters.OpenAsync(encounters, 0, WarmUps);
            var took = new List<double>();
            for (var number = WarmUps; number < Encounters; number++)
            {
                var began = TimeProvider.System.GetTimestamp();
                await OpenEncounters.OpenAsync(encounters, number, 1);
                took.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }
            // What an encounter asks its patient's grain behind the opening would otherwise meet a silo that stops.
            silo.Services.GetRequiredService<ReleaseHolder>().Swap(release);
            for (var number = 0; number < Encounters; number++)
                await HistoryKnownAsync(encounters, number);
            took.Sort();
            await output.WriteLineAsync($"opening an encounter of {Entries} entries: {took[took.Count / 2]:0.0} ms in the median, {took[^1]:0.0} ms at most, of {took.Count}");
            await silo.StopAsync();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static Fact OfOwnPatient(Fact fact, int number) =>
        fact is Admitted admitted ? admitted with { Stay = admitted.Stay with { PatientNumber = $"P{number}" } } : fact;

    private static async Task HistoryKnownAsync(IEncounterService encounters, int number)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await encounters.CheckAsync(His, new EncounterRef($"M{number}", null), new CheckRequest([], Stage.Order), patience.Token)).HistoryVersion == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    private static async Task AppendAsync(ILedger ledger, string visit, IReadOnlyList<Fact> facts)
    {
        var number = await ledger.OpenEncounterAsync(new EncounterKey(LongStay.Hospital, visit), CancellationToken.None);
        var result = await ledger.AppendAsync(new AppendUnit
        {
            Encounter = number,
            RequestId = "all",
            RequestHash = new byte[16],
            Expected = await ledger.ReadHeadAsync(number, CancellationToken.None),
            Facts = facts,
            By = His,
            RecordedAt = Now,
            Answer = ReadOnlyMemory<byte>.Empty,
        });
        if (result.Status != AppendStatus.Appended)
            throw new InvalidOperationException($"{result.Status}");
    }
}
