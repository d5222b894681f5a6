using Grpc.Core;
using Grpc.Net.Client;
using OrderCheck.Cli.Verbs;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Servers;

/// <summary>A server that runs already, reached over gRPC. What goes wrong on the way becomes one clear sentence.</summary>
internal sealed class RunningServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string _address;
    private readonly GrpcChannel _channel;
    private readonly OrderCheckService.OrderCheckServiceClient _client;

    public RunningServer(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new BadInputException(address, 0, 0, $"This is no address of a server; one looks like {ServerOptions.DefaultServer}.");
        _address = address;
        _channel = GrpcChannel.ForAddress(uri);
        _client = new OrderCheckService.OrderCheckServiceClient(_channel);
    }

    /// <exception cref="BadInputException">The server can't be reached, or refused the call.</exception>
    public async Task<TReply> CallAsync<TReply>(
        Func<OrderCheckService.OrderCheckServiceClient, CallOptions, AsyncUnaryCall<TReply>> method,
        Seat seat,
        CancellationToken cancellation)
    {
        try
        {
            var options = new CallOptions(seat.Headers, TimeProvider.System.GetUtcNow().UtcDateTime + Patience, cancellation);
            return await method(_client, options);
        }
        catch (RpcException failure)
        {
            throw Explain(_address, failure);
        }
    }

    public static BadInputException Explain(string address, RpcException failure) =>
        failure is { StatusCode: StatusCode.Unavailable, Status.DebugException: not null }
            ? new BadInputException(address, 0, 0, "No OrderCheck answers here. Start one: dotnet run -c Release --project src/OrderCheck.Server -- --demo")
            : new BadInputException(address, 0, 0, $"The server answered {failure.StatusCode}: {failure.Status.Detail}");

    public void Dispose() => _channel.Dispose();
}
