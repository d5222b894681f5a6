using Grpc.Core;

namespace OrderCheck.Server.Json.Lines;

/// <summary>One stream of JSON lines, as interceptors and methods see a call.</summary>
internal sealed class LineCall : ServerCallContext, IDisposable
{
    /// <summary>Where GetHttpContext finds the request of a call that is not gRPC's own.</summary>
    private const string HttpContextKey = "__HttpContext";

    /// <summary>No timer runs longer; nor does a stream.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly HttpContext _http;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _end;

    /// <param name="http">Its request.</param>
    /// <param name="method">As gRPC names it: "/package.Service/Method".</param>
    /// <param name="given">How long its caller gives it; null for no limit.</param>
    /// <param name="time">Measures it.</param>
    public LineCall(HttpContext http, string method, TimeSpan? given, TimeProvider time)
    {
        _http = http;
        MethodCore = method;
        DeadlineCore = given is { } span ? time.GetUtcNow().UtcDateTime + span : DateTime.MaxValue;
        _deadline = new CancellationTokenSource(given < Longest ? given.Value : Timeout.InfiniteTimeSpan, time);
        _end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _deadline.Token);
        UserStateCore = new Dictionary<object, object> { [HttpContextKey] = http };
    }

    public bool IsPastDeadline => _deadline.IsCancellationRequested;

    protected override string MethodCore { get; }

    protected override string HostCore => _http.Request.Host.Value ?? "";

    protected override string PeerCore => $"{_http.Connection.RemoteIpAddress}:{_http.Connection.RemotePort}";

    protected override DateTime DeadlineCore { get; }

    protected override Metadata RequestHeadersCore { get; } = [];

    /// <summary>Its caller is gone, or its deadline is there.</summary>
    protected override CancellationToken CancellationTokenCore => _end.Token;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new(null, []);

    protected override IDictionary<object, object> UserStateCore { get; }

    public void Dispose()
    {
        _end.Dispose();
        _deadline.Dispose();
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw new NotSupportedException();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => throw new NotSupportedException();
}
