using CsCheck;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Simulation;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Releases;
using OrderCheck.Ledger.Replay;

namespace OrderCheck.Grains.Tests.Replay;

/// <summary>Whatever happened before a check and since: judged again it says the same.</summary>
public sealed class ReplayPropertyTests
{
    private const int Patients = 4;

    /// <summary>Of a history; days pass between two.</summary>
    private const int Parts = 2;

    private static readonly Caller His = new(DemoHospital.Code, Role.His, "", "d1");

    [Fact]
    public Task Every_check_of_a_random_history_comes_out_the_same() => Gen.Int[1, 1_000_000].SampleAsync(CheckAsync, iter: 1, threads: 1);

    private static async Task CheckAsync(int seed)
    {
        var folder = RuleFolderReader.Read(Path.Combine(RepositoryRoot(), "rules"));
        var release = ReleaseBuilder.Build(folder, 1).Release!;
        await using var ward = await Ward.OpenAsync(release: release);
        var cancellation = TestContext.Current.CancellationToken;
        await ward.Store.Releases.KeepAsync(folder, cancellation);
        var demo = DemoHospital.Create(release, seed, ward.Time.GetUtcNow());
        await OpenAsync(ward, demo);
        string[] restricted = [.. release.Catalogue.Codes.Where(code => release.CandidatesFor(code).Length > 0).Order(StringComparer.Ordinal)];
        List<string> checks = [];
        for (var part = 0; part < Parts; part++)
        {
            foreach (var encounter in demo.Encounters.Take(Patients))
                checks.AddRange(await LiveAsync(ward, encounter, part, restricted, new Random(seed + part)));
            await ward.RestartAfterAsync(TimeSpan.FromHours(4 + (seed % 40)));
            ward.Open(DictionaryBuilder.Build(demo.Hospital, 1, demo.DictionarySeed).Dictionary!);
        }
        Assert.True(checks.Count > Patients * 3, $"Only {checks.Count} checks.");
        var found = 0;
        var replayer = new CheckReplayer(ward.Store);
        foreach (var checkId in checks)
        {
            var replay = await replayer.RunAsync(checkId, null, null, cancellation);
            Assert.True(replay.Differences.Count == 0, $"Seed {seed}, check {checkId}: {string.Join("; ", replay.Differences)}");
            found += replay.Recorded.Findings.Count;
        }
        Assert.True(found > 0, "No check found anything: the comparison would mean little.");
    }

    private static async Task OpenAsync(Ward ward, DemoHospital demo)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var row = new HospitalRow(demo.Hospital.Code, demo.Hospital.Name, 3, "general", demo.Hospital.TimeZone.Id);
        await ward.Store.Installation.PutHospitalAsync(row, cancellation);
        foreach (var file in demo.DictionarySeed)
            await ward.Store.Installation.AppendDictionaryAsync(new DictionaryRow(row.Code, 1, Path.GetFileNameWithoutExtension(file.Path), file.Text, ward.Time.GetUtcNow()), cancellation);
        ward.Open(DictionaryBuilder.Build(demo.Hospital, 1, demo.DictionarySeed).Dictionary!);
    }

    /// <summary>Reports a part of the history; orders are drafted anew in between, activations are lost.</summary>
    private static async Task<List<string>> LiveAsync(Ward ward, SimulatedEncounter encounter, int part, string[] restricted, Random random)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var visit = new EncounterRef(encounter.VisitNumber, null);
        var drafts = encounter.Writes.SelectMany(write => write.Facts).OfType<OrderSigned>().Select(signed => signed.Order).ToList();
        List<string> checks = [];
        var size = (encounter.Writes.Count / Parts) + 1;
        foreach (var write in encounter.Writes.Skip(part * size).Take(size))
        {
            ward.Time.Advance(TimeSpan.FromTicks(random.Next(1_000)));
            if (drafts.Count > 0 && random.Next(2) == 0)
            {
                var orders = Enumerable.Range(0, random.Next(1, 5)).Select(_ => drafts[random.Next(drafts.Count)]).DistinctBy(order => order.Id)
                    .Select(order => random.Next(3) switch
                    {
                        0 => order,
                        1 => order with { Id = "draft-" + order.Id, Days = random.Next(1, 9) },
                        _ => order with { Id = "other-" + order.Id, ItemCode = restricted[random.Next(restricted.Length)] },
                    });
                var stage = random.Next(2) == 0 ? Stage.Order : Stage.Verify;
                var request = new CheckRequest([.. orders], stage, random.Next(1, 12));
                checks.Add((await ward.Encounters.CheckAsync(His with { Person = $"d{random.Next(2)}" }, visit, request, cancellation)).CheckId);
            }
            if (random.Next(6) == 0)
                await ward.ForgetAsync(encounter.VisitNumber, DemoHospital.Code);
            var receipt = await ward.Encounters.WriteAsync(His, visit, new WriteRequest(write.RequestId, write.Facts), cancellation);
            if (receipt.CheckId.Length > 0)
                checks.Add(receipt.CheckId);
        }
        return checks;
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OrderCheck.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No OrderCheck.sln above {AppContext.BaseDirectory}.");
    }
}
