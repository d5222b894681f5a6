using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace OrderCheck.Tests;

/// <summary>An insurance bureau on a loopback socket that behaves as a test tells it.</summary>
internal sealed class StandInBureau : IAsyncDisposable
{
    public const string Clean = """{"infcode":0,"err_msg":"","output":{"result":[]}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<BureauRequest> _requests = Channel.CreateUnbounded<BureauRequest>();
    private readonly WebApplication _app;
    private int _seen;

    private StandInBureau(WebApplication app) => _app = app;

    /// <summary>What it does with a request.</summary>
    public Func<HttpContext, Task> Behaviour { get; set; } = Saying(Clean);

    public string Url => _app.Urls.Single() + "/fsi/{infno}";

    public int Seen => _seen;

    public static async Task<StandInBureau> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var bureau = new StandInBureau(app);
        app.Run(bureau.ServeAsync);
        await app.StartAsync();
        return bureau;
    }

    public static Func<HttpContext, Task> Saying(string body, string contentType = "application/json; charset=utf-8", int status = 200) =>
        Saying(Encoding.UTF8.GetBytes(body), contentType, status);

    public static Func<HttpContext, Task> Saying(byte[] body, string contentType, int status = 200) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body);
    };

    /// <summary>Answers when the test says so.</summary>
    public static Func<HttpContext, Task> Waiting(Task until, string body) => async context =>
    {
        await until.WaitAsync(context.RequestAborted);
        await Saying(body)(context);
    };

    /// <summary>The next request that reached it.</summary>
    public async Task<BureauRequest> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await _requests.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No request reached the bureau within {Patience.TotalSeconds} s.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Interlocked.Increment(ref _seen);
        await _requests.Writer.WriteAsync(new BureauRequest(
            context.Request.Path, body.ToArray(), context.Request.ContentType, context.Request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        await Behaviour(context);
    }
}
