using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrderCheck.Client.Tests.Hostile;

/// <summary>A web server that speaks the right protocol and says the wrong things: a proxy's page, another service, a dying one.</summary>
internal sealed class HostileSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostileSite(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <param name="certificate">Null serves without TLS.</param>
    public static async Task<HostileSite> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, port =>
        {
            port.Protocols = Target.Protocols;
            if (certificate is not null)
                port.UseHttps(certificate);
        }));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new HostileSite(app);
    }

    public static Task<HostileSite> PageAsync(int status) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<html><body><h1>这里不是 OrderCheck</h1></body></html>");
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
