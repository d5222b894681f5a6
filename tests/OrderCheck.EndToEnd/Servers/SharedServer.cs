using System.Net;
using System.Text;
using OrderCheck.EndToEnd.Story;
using OrderCheck.EndToEnd.Telemetry;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>
/// One server for the tests that do not break it. When they are done, its log must have no error, and nothing that a
/// patient could be known by.
/// </summary>
public sealed class SharedServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServerProcess? _server;

    internal ServerProcess Server => _server ?? throw new InvalidOperationException("The server is not started.");

    internal His His { get; private set; } = null!;

    /// <summary>Its data folder.</summary>
    internal string Data => _folder["data"];

    internal string ApiKey { get; private set; } = "";

    internal string AdministratorKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(Data);
        AdministratorKey = await Installation.BootstrapKeyAsync(Data);
        ApiKey = await Installation.SetUpAsync(_server, Data);
        His = new His(_server.GrpcAddress, ApiKey);
    }

    public async ValueTask DisposeAsync()
    {
        His?.Dispose();
        if (_server is not null)
        {
            await KeepMetricsAsync(_server);
            await _server.StopAsync();
            await _server.DisposeAsync();
            _server.AssertNoUnexpectedErrors();
            Assert.DoesNotContain(Facts.PatientName, _server.Output);
            Assert.DoesNotContain(Facts.PsnNo, _server.Output);
            AssertNothingIsKeptOfAPatient();
        }
        _folder.Dispose();
    }

    /// <summary>How many requests it works on, this question among them.</summary>
    internal async Task<decimal?> AtWorkAsync() => (await Scrape.OfAsync(Server, ("x-api-key", AdministratorKey))).Sum("http_server_active_requests");

    /// <summary>The numbers of a server that was called in every way are searched for patients as its log is.</summary>
    private async Task KeepMetricsAsync(ServerProcess server)
    {
        var scrape = await Scrape.OfAsync(server, ("x-api-key", AdministratorKey));
        Assert.Equal(HttpStatusCode.OK, scrape.Status);
        await using var kept = RunLogs.Open("metrics");
        await kept.WriteAsync(scrape.Text);
    }

    /// <summary>Neither the ledger's nor the checks' files have a name or an identity number in them.</summary>
    private void AssertNothingIsKeptOfAPatient()
    {
        foreach (var file in (string[])[.. Directory.GetFiles(Data, "ledger.db*"), .. Directory.GetFiles(Data, "checks.db*")])
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            Assert.True(bytes.IndexOf(Encoding.UTF8.GetBytes(Facts.PatientName)) < 0, $"{file} has a patient's name in it.");
            Assert.True(bytes.IndexOf(Encoding.UTF8.GetBytes(Facts.PsnNo)) < 0, $"{file} has a patient's psn_no in it.");
        }
    }
}
