using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OrderCheck.Tests;
using Xunit;
using static OrderCheck.Server.Tests.Nhsa.Relay.RelayBed;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

/// <summary>A bureau whose certificate is by an authority of its own network.</summary>
public sealed class SecuredBureauTests : IDisposable
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ordercheck-ca-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_is_asked_where_its_authority_is_named_and_by_nobody_else()
    {
        using var authority = Authority("CN=the bureau's");
        using var other = Authority("CN=somebody else's");
        using var certificate = Certificate(authority);
        await using var bureau = Serve(certificate);
        await bureau.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("answered", ""), await AskAsync(bureau, authority));
        Assert.Equal(("failed", "connection"), await AskAsync(bureau, other));
        Assert.Equal(("failed", "connection"), await AskAsync(bureau, null));
    }

    private async Task<(string? State, string Reason)> AskAsync(WebApplication bureau, X509Certificate2? trusted)
    {
        var file = Path.Combine(_folder.FullName, "ca.pem");
        if (trusted is not null)
            await File.WriteAllTextAsync(file, trusted.ExportCertificatePem());
        await using var bed = await RelayBed.OpenAsync(bureau.Urls.Single() + "/{infno}", set => set["ca_file"] = trusted is null ? null : file);
        var call = bed.Ask();
        await bed.Relay.QuietAsync();
        var answer = await AnswerAsync(call);
        return (answer.State(), answer.Bureau().TryGetProperty("reason", out var reason) ? reason.GetString()! : "");
    }

    private static WebApplication Serve(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(static context => context.Response.WriteAsync(StandInBureau.Clean));
        return app;
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(From, From.AddYears(80));
    }

    private static X509Certificate2 Certificate(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, From, From.AddYears(70), [1, 2, 3, 4]);
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }
}
