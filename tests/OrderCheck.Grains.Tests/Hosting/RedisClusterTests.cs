using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Hospitals;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Hosting;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Grains.Tests.Hosting;

public sealed class RedisClusterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_silos_that_know_each_other_by_redis_share_an_encounter_and_one_goes_on_alone()
    {
        Assert.SkipUnless(RedisServer.Program is not null, "redis-server is not installed.");
        await using var redis = await RedisServer.StartAsync();
        using var folder = new TemporaryFolder();
        await using var store = Store.Create(new StoreOptions { DataDirectory = folder.Path }, new EntryCodec(), NullLoggerFactory.Instance);
        await store.OpenAsync(Cancellation);
        using var first = await StartAsync(redis, store);
        using var second = await StartAsync(redis, store);

        for (var n = 0; n < 8; n++)
        {
            await WriteAsync(first, $"V{n}", "a", Case.Charge("c1", Rulebook.Bed, 1, 2));
            await WriteAsync(second, $"V{n}", "b", Case.Charge("c2", Rulebook.Bed, 1, 3));
        }
        await second.StopAsync(Cancellation);

        for (var n = 0; n < 8; n++)
        {
            await WriteAsync(first, $"V{n}", "c", Case.Charge("c3", Rulebook.Bed, 1, 4));
            var encounter = await Service(first).DescribeAsync(Ward.His, new EncounterRef($"V{n}", null), Cancellation);
            Assert.Equal(Money.FromYuan(9), encounter!.Total);
        }
        await first.StopAsync(Cancellation);
    }

    [Fact]
    public async Task One_process_alone_starts_without_any_setting()
    {
        using var folder = new TemporaryFolder();
        await using var store = Store.Create(new StoreOptions { DataDirectory = folder.Path }, new EntryCodec(), NullLoggerFactory.Instance);
        await store.OpenAsync(Cancellation);
        using var host = await StartAsync(new SiloOptions(), store);

        await WriteAsync(host, "V1", "a", Case.Charge("c1", Rulebook.Bed, 1, 2));

        Assert.Equal(Money.FromYuan(2), (await Service(host).DescribeAsync(Ward.His, new EncounterRef("V1", null), Cancellation))!.Total);
        await host.StopAsync(Cancellation);
    }

    private static Task<IHost> StartAsync(RedisServer redis, IStore store) =>
        StartAsync(new SiloOptions { Redis = redis.Configuration, SiloPort = RedisServer.FreePort(), AdvertisedAddress = "127.0.0.1" }, store);

    private static async Task<IHost> StartAsync(SiloOptions options, IStore store)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(store.Ledger);
        builder.Services.AddSingleton(store.Checks);
        builder.Services.AddOrderCheckGrains();
        builder.UseOrleans(silo => silo.UseOrderCheckCluster(options));
        var host = builder.Build();
        host.Services.GetRequiredService<DictionaryHolder>().Swap(HospitalDictionary.Empty(Ward.Hospital));
        await host.StartAsync(Cancellation);
        return host;
    }

    private static IEncounterService Service(IHost host) => host.Services.GetRequiredService<IEncounterService>();

    private static Task<Core.Checks.WriteReceipt> WriteAsync(IHost host, string visit, string request, Core.Charges.Charge charge) =>
        Service(host).WriteAsync(Ward.His, new EncounterRef(visit, null), new WriteRequest(request, [charge]), Cancellation);
}
