using Grpc.Core;

namespace OrderCheck.Server.Tests.Encounters;

/// <summary>A call without a wire.</summary>
internal sealed class TestCall(DateTime deadline, CancellationToken cancellation, string method = "/ordercheck.v1.OrderCheckService/CheckOrders") : ServerCallContext
{
    protected override string MethodCore => method;

    protected override string HostCore => "test";

    protected override string PeerCore => "test";

    protected override DateTime DeadlineCore => deadline;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => cancellation;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => throw new NotSupportedException();

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw new NotSupportedException();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
}
