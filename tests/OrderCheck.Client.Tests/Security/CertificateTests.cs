using System.Net.Security;
using Microsoft.AspNetCore.Http;
using OrderCheck.Client.Tests.Fakes;
using OrderCheck.Client.Tests.Hostile;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.Security;

/// <summary>Whether a request with its key reaches a server depends on the server's certificate.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly HospitalAuthority _hospital = new();
    private readonly HospitalAuthority _other = new();

    [Fact]
    public async Task A_server_of_the_hospitals_own_authority_is_trusted() =>
        Assert.True(await ArrivesAsync("127.0.0.1", o => o.CertificateAuthorities = _hospital.Public));

    [Fact]
    public async Task A_server_that_leads_to_nobody_the_machine_trusts_hears_nothing() =>
        Assert.False(await ArrivesAsync("127.0.0.1", static _ => { }));

    [Fact]
    public async Task A_server_of_another_authority_hears_nothing_even_under_the_same_name() =>
        Assert.False(await ArrivesAsync("127.0.0.1", o => o.CertificateAuthorities = _other.Public));

    [Fact]
    public async Task A_certificate_for_another_address_is_not_trusted() =>
        Assert.False(await ArrivesAsync("127.0.0.2", o => o.CertificateAuthorities = _hospital.Public));

    [Fact]
    public async Task The_callers_own_validation_has_the_last_word()
    {
        var seen = SslPolicyErrors.None;

        Assert.True(await ArrivesAsync("127.0.0.1", o => o.ServerCertificateValidation = (certificate, _, errors) =>
        {
            seen = errors;
            return certificate?.Subject == "CN=ordercheck";
        }));
        Assert.False(await ArrivesAsync("127.0.0.1", static o => o.ServerCertificateValidation = static (_, _, _) => false));
        Assert.True(seen.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors));
    }

    public void Dispose()
    {
        _hospital.Dispose();
        _other.Dispose();
    }

    private async Task<bool> ArrivesAsync(string certifiedAddress, Action<OrderCheckClientOptions> change)
    {
        var arrived = false;
        using var certificate = _hospital.Issue(certifiedAddress);
        await using var site = await HostileSite.StartAsync(
            context =>
            {
                arrived = context.Request.Headers["x-api-key"] == "demo";
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            },
            certificate);
        using var client = Clients.Patient(site.Address, change);

        var check = await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(CheckState.Unchecked, check.State);
        return arrived;
    }
}
