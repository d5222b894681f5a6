using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Installation;
using Xunit;

namespace OrderCheck.Ledger.Tests.Options;

public sealed class LedgerServicesTests
{
    [Fact]
    public async Task The_registered_store_is_opened_by_the_host_and_closed_with_it()
    {
        var folder = Directory.CreateTempSubdirectory("ordercheck-services-").FullName;
        await using (var services = Services(options => options.DataDirectory = folder))
        {
            foreach (var opening in services.GetServices<IHostedService>())
                await opening.StartAsync(TestContext.Current.CancellationToken);
            var ledger = services.GetRequiredService<ILedger>();
            Assert.True(await ledger.OpenEncounterAsync(new EncounterKey("H1", "1"), TestContext.Current.CancellationToken) > 0);
            Assert.Same(services.GetRequiredService<IStore>().Checks, services.GetRequiredService<ICheckStore>());
            Assert.Same(services.GetRequiredService<IStore>().Installation, services.GetRequiredService<IInstallationStore>());
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_wrong_setting_is_named_before_anything_is_opened()
    {
        await using var services = Services(options => options.BatchUnits = 0);
        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStore>());
        Assert.Contains("Store:BatchUnits", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Action<StoreOptions> configure) =>
        new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddOrderCheckLedger(configure).BuildServiceProvider();
}
