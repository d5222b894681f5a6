using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Hosting;
using OrderCheck.Grains.Releases;
using OrderCheck.Grains.Serialization;
using OrderCheck.Grains.Tests.Stores;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;
using OrderCheck.Tests;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace OrderCheck.Grains.Tests.Clusters;

/// <summary>A hospital at work: silos in this process on a real embedded store in a folder of its own.</summary>
internal sealed class Ward : IAsyncDisposable
{
    public const string HospitalCode = "H31010100001";
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(1);

    private readonly string _folder;
    private readonly IStore _store;
    private readonly int _silos;
    private int _others;
    private readonly RunLogger _log = new("silo");
    private InProcessTestCluster _cluster = null!;

    private Ward(string folder, IStore store, int silos, Release? release)
    {
        (_folder, _store, _silos, Release) = (folder, store, silos, release);
        Ledger = new WatchedLedger(store.Ledger);
    }

    public static Hospital Hospital { get; } = new(HospitalCode, "测试医院", 3, "综合", Hospital.FindTimeZone(Hospital.DefaultTimeZoneId));

    public static Caller His { get; } = new(HospitalCode, Role.His, "D01", "");

    public FakeTimeProvider Time { get; } = new(Morning);

    public UnexpectedErrors Errors { get; } = new();

    public WatchedLedger Ledger { get; }

    /// <summary>What every silo judges by from its start; null for none.</summary>
    public Release? Release { get; set; }

    public IEncounterService Encounters => Silo(0).GetRequiredService<IEncounterService>();

    public IStore Store => _store;

    public static async Task<Ward> OpenAsync(int silos = 1, Release? release = null)
    {
        var folder = Directory.CreateTempSubdirectory("ordercheck-grains-").FullName;
        var store = OrderCheck.Ledger.Store.Create(new StoreOptions { DataDirectory = folder }, new EntryCodec(), NullLoggerFactory.Instance);
        await store.OpenAsync(TestContext.Current.CancellationToken);
        var ward = new Ward(folder, store, silos, release);
        await ward.StartAsync();
        return ward;
    }

    public IServiceProvider Silo(int index) => _cluster.Silos.Where(silo => silo.IsActive).ElementAt(index).ServiceProvider;

    /// <summary>As kill -9: nothing in memory survives, nothing is said good-bye to.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    /// <summary>The same, and started again only so much later: while silos run, every tick of theirs would have to pass.</summary>
    public async Task RestartAfterAsync(TimeSpan pause)
    {
        await KillAsync();
        Time.Advance(pause);
        await StartAsync();
    }

    /// <summary>Throws one encounter's activation away.</summary>
    public Task ForgetAsync(string visit, string hospital = HospitalCode)
    {
        var grain = _cluster.Client.GetGrain<IEncounterGrain>(new EncounterKey(hospital, visit).ToString());
        return _cluster.DeactivateAsync(grain);
    }

    /// <summary>Another activation somewhere writes, past this one's memory.</summary>
    public async Task AppendBehindAsync(long encounter, params Fact[] facts)
    {
        var name = $"other{++_others}";
        var result = await Ledger.Store.AppendAsync(new AppendUnit
        {
            Encounter = encounter,
            RequestId = name,
            RequestHash = new byte[RequestHash.Length],
            Expected = await Ledger.Store.ReadHeadAsync(encounter, TestContext.Current.CancellationToken),
            Facts = facts,
            By = His,
            RecordedAt = Morning,
            Answer = ReadOnlyMemory<byte>.Empty,
        });
        Assert.Equal(AppendStatus.Appended, result.Status);
    }

    /// <summary>What the store has of an encounter; nothing where it does not know it.</summary>
    public async Task<IReadOnlyList<RecordedFact>> FactsAsync(string visit)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var number = await Ledger.Store.FindEncounterAsync(new EncounterKey(HospitalCode, visit), cancellation);
        var facts = new List<RecordedFact>();
        if (number is null)
            return facts;
        await foreach (var fact in Ledger.Store.ReadAsync(number.Value, 0, cancellation))
            facts.Add(fact);
        return facts;
    }

    public void AddHospital(string code)
    {
        foreach (var silo in _cluster.Silos)
            silo.ServiceProvider.GetRequiredService<DictionaryHolder>().Swap(HospitalDictionary.Empty(Hospital with { Code = code }));
    }

    /// <summary>Makes it its hospital's dictionary in every silo.</summary>
    public void Open(HospitalDictionary dictionary)
    {
        foreach (var silo in _cluster.Silos)
            silo.ServiceProvider.GetRequiredService<DictionaryHolder>().Swap(dictionary);
    }

    public void Swap(Release release)
    {
        Release = release;
        foreach (var silo in _cluster.Silos)
            silo.ServiceProvider.GetRequiredService<ReleaseHolder>().Swap(release);
    }

    /// <summary>Lets time pass until what the silos do by themselves has come about.</summary>
    public async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> expected, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var seen = await ask();
            if (expected(seen))
                return seen;
            Assert.False(patience.IsCancellationRequested, $"Waited in vain for {what}.");
            // However busy the machine is: who works gets some time of its own for each second of the silos' clock.
            await Task.Delay(Breath, TimeProvider.System);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _log.Dispose();
        Errors.RequireNone();
    }

    private async Task StartAsync()
    {
        var builder = new InProcessTestClusterBuilder((short)_silos);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Logging.ClearProviders().AddProvider(Errors).AddProvider(_log).SetMinimumLevel(LogLevel.Trace);
            // Silos agree with each other by timers of their own: with more than one, time has to pass by itself.
            host.Services.AddSingleton(_silos == 1 ? Time : TimeProvider.System);
            host.Services.AddSingleton<ILedger>(Ledger);
            host.Services.AddSingleton(_store.Checks);
            host.Services.AddOrderCheckGrains();
        });
        // A test lets hours pass in a moment: no call of Orleans' own may run out of time by that.
        if (_silos == 1)
        {
            builder.ConfigureSilo((_, silo) => silo
                .Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromDays(30))
                // By a clock that a test has put ahead, a silo has been joining for months when it begins, and would be put out as one that never gets there.
                .Configure<ClusterMembershipOptions>(static membership => membership.EvictWhenMaxJoinAttemptTimeExceeded = false));
        }

        builder.ConfigureClientHost(host => host.Services.AddDomainSerialization());
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        foreach (var silo in _cluster.Silos)
        {
            silo.ServiceProvider.GetRequiredService<DictionaryHolder>().Swap(HospitalDictionary.Empty(Hospital));
            if (Release is not null)
                silo.ServiceProvider.GetRequiredService<ReleaseHolder>().Swap(Release);
        }
    }

    private async Task KillAsync()
    {
        await _cluster.StopClusterClientAsync();
        foreach (var silo in _cluster.Silos.ToArray())
            await _cluster.KillSiloAsync(silo);
        await _cluster.DisposeAsync();
    }
}
