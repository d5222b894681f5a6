using OrderCheck.Grains.Hosting;

namespace OrderCheck.Grains.Tests.Hosting;

public sealed class SiloOptionsTests
{
    [Fact]
    public void One_process_alone_needs_no_setting() => Assert.True(Validate(new SiloOptions()).Succeeded);

    [Fact]
    public void A_cluster_needs_a_port_and_an_address_that_its_silos_reach() => Assert.True(Validate(Clustered()).Succeeded);

    [Theory]
    [InlineData("Cluster:Redis")]
    [InlineData("Cluster:SiloPort")]
    [InlineData("Cluster:AdvertisedAddress")]
    [InlineData("Cluster:ClusterId")]
    [InlineData("Cluster:ServiceId")]
    [InlineData("Cluster:IdleEncounter")]
    public void A_setting_that_cannot_work_is_named(string setting)
    {
        var options = Clustered();
        switch (setting)
        {
            case "Cluster:Redis": options.Redis = " "; break;
            case "Cluster:SiloPort": options.SiloPort = 0; break;
            case "Cluster:AdvertisedAddress": options.AdvertisedAddress = "silo-1"; break;
            case "Cluster:ClusterId": options.ClusterId = ""; break;
            case "Cluster:ServiceId": options.ServiceId = " "; break;
            default: options.IdleEncounter = TimeSpan.Zero; break;
        }

        Assert.Contains(setting, Assert.Single(Validate(options).Failures!), StringComparison.Ordinal);
    }

    private static SiloOptions Clustered() => new() { Redis = "127.0.0.1:6379", SiloPort = 11111, AdvertisedAddress = "10.0.0.5" };

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(SiloOptions options) => new SiloOptionsValidator().Validate(null, options);
}
