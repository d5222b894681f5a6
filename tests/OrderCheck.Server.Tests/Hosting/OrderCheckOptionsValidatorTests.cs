using OrderCheck.Server.Hosting;
using Xunit;

namespace OrderCheck.Server.Tests.Hosting;

public sealed class OrderCheckOptionsValidatorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ordercheck-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_usual_settings_are_valid() => Assert.Empty(Faults(static _ => { }));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.7")]
    [InlineData("::")]
    public void Beyond_the_loopback_a_certificate_is_required(string address)
    {
        var fault = Assert.Single(Faults(o => o.Listen = address));
        Assert.Contains($"--listen is {address}", fault, StringComparison.Ordinal);
        Assert.Contains("--tls-certificate", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_certificate_others_may_reach_it()
    {
        var certificate = Path.Combine(_folder.FullName, "server.pem");
        File.WriteAllText(certificate, "");
        Assert.Empty(Faults(o => (o.Listen, o.TlsCertificate) = ("0.0.0.0", certificate)));
        Assert.Contains("loopback only", Assert.Single(Faults(o => (o.Listen, o.TlsCertificate, o.Demo) = ("0.0.0.0", certificate, true))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("")]
    public void An_address_is_an_IP_address(string address) =>
        Assert.Contains($"--listen is {address};", Assert.Single(Faults(o => o.Listen = address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://his.example.org")]
    [InlineData("http://localhost:8080, https://his.example.org")]
    [InlineData(null)]
    public void Origins_of_pages_may_be_listed(string? origins) => Assert.Empty(Faults(o => o.CorsOrigins = origins));

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example.org")]
    [InlineData("his.example.org")]
    [InlineData("https://his.example.org/")]
    [InlineData("https://his.example.org/page")]
    [InlineData("ftp://his.example.org")]
    [InlineData("null")]
    public void What_is_no_origin_is_refused_by_name(string origin) =>
        Assert.Contains($"--cors-origins has \"{origin}\"", Assert.Single(Faults(o => o.CorsOrigins = "https://good.example.org," + origin)), StringComparison.Ordinal);

    [Fact]
    public void Each_fault_names_the_setting_and_its_value()
    {
        var faults = Faults(o =>
        {
            o.Rules = "/nowhere";
            o.HttpPort = 65536;
            o.CheckMilliseconds = 49;
            o.CallSeconds = 601;
            o.TlsCertificate = "/nowhere.pem";
        });
        Assert.Equal(5, faults.Count);
        Assert.Contains(faults, static f => f.Contains("--rules is /nowhere", StringComparison.Ordinal));
        Assert.Contains(faults, static f => f.Contains("--http-port is 65536", StringComparison.Ordinal));
        Assert.Contains(faults, static f => f.Contains("--check-milliseconds is 49", StringComparison.Ordinal));
        Assert.Contains(faults, static f => f.Contains("--call-seconds is 601", StringComparison.Ordinal));
        Assert.Contains(faults, static f => f.Contains("--tls-certificate is /nowhere.pem", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("collector:4317")]
    [InlineData("ftp://collector")]
    [InlineData("")]
    public void A_collector_is_named_by_its_URL(string endpoint) =>
        Assert.Contains($"--otlp-endpoint is {endpoint};", Assert.Single(Faults(o => o.OtlpEndpoint = endpoint)), StringComparison.Ordinal);

    [Fact]
    public void A_level_is_one_of_five_and_a_ratio_is_a_share()
    {
        Assert.Contains("--log-level is verbose; it must be trace, debug", Assert.Single(Faults(static o => o.LogLevel = "verbose")), StringComparison.Ordinal);
        Assert.Contains("--trace-ratio is 1.1;", Assert.Single(Faults(static o => o.TraceRatio = 1.1m)), StringComparison.Ordinal);
        Assert.Empty(Faults(static o => (o.LogLevel, o.TraceRatio, o.OtlpEndpoint) = ("trace", 1, "http://127.0.0.1:4317")));
    }

    [Fact]
    public void The_two_ports_differ_unless_both_are_free_ones()
    {
        Assert.Contains("both 5080", Assert.Single(Faults(static o => o.GrpcPort = 5080)), StringComparison.Ordinal);
        Assert.Empty(Faults(static o => (o.HttpPort, o.GrpcPort) = (0, 0)));
    }

    private List<string> Faults(Action<OrderCheckOptions> change)
    {
        var options = new OrderCheckOptions { Rules = _folder.FullName };
        change(options);
        return [.. new OrderCheckOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
