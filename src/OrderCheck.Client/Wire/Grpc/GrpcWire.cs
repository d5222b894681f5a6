using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace OrderCheck.Client.Wire;

/// <summary>gRPC over HTTP/2.</summary>
internal sealed class GrpcWire : IWire
{
    private readonly GrpcChannel _channel;
    private readonly CallInvoker _calls;
    private readonly SeatHeaders _headers;

    public GrpcWire(OrderCheckClientOptions options)
    {
        _channel = GrpcChannel.ForAddress(options.Address!, new GrpcChannelOptions
        {
            HttpHandler = Handler(options),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = null,
            // A service that is started again is found again at once, not after the two minutes that are usual on the internet.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
            MaxReconnectBackoff = TimeSpan.FromSeconds(1),
        });
        _calls = _channel.CreateCallInvoker();
        _headers = new SeatHeaders(options.ApiKey, options.Hospital);
    }

    public async Task<Reply<TAnswer>> SendAsync<TRequest, TAnswer>(
        ApiMethod<TRequest, TAnswer> method, TRequest request, Seat seat, TimeSpan limit, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TAnswer : class, IMessage<TAnswer>
    {
        var metadata = new Metadata();
        foreach (var header in _headers.For(seat))
            metadata.Add(header.Key, header.Value);
        // The protocol's own timer runs on the machine's clock, whatever clock the caller gave.
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + limit;
        try
        {
            using var call = _calls.AsyncUnaryCall(method.Grpc, null, new CallOptions(metadata, deadline, cancellation), request);
            return method.Read(await call.ResponseAsync.ConfigureAwait(false));
        }
        catch (RpcException error)
        {
            cancellation.ThrowIfCancellationRequested();
            return Reply<TAnswer>.Failed(GrpcFailures.Read(error));
        }
    }

    public void Dispose() => _channel.Dispose();

    private static SocketsHttpHandler Handler(OrderCheckClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = options.UseProxy,
            UseCookies = false,
            AllowAutoRedirect = false,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // Between two orders a doctor thinks: the connection has to be there for the next, and a dead one has to be noticed.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            KeepAlivePingDelay = TimeSpan.FromSeconds(20),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
        };
        if (ServerCertificates.Validation(options) is { } validation)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                validation(certificate as System.Security.Cryptography.X509Certificates.X509Certificate2, chain, errors);
        }

        return handler;
    }
}
