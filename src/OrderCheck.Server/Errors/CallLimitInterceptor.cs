using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Errors;

/// <summary>
/// Ends a call at the installation's limit, whatever deadline the caller set or forgot. A write that was begun goes on to
/// its end: the same request sent again gets its answer. A stream may last; it is ended when its caller stands still.
/// </summary>
internal sealed class CallLimitInterceptor(IOptions<OrderCheckOptions> options, TimeProvider time) : Interceptor
{
    /// <summary>Building a release of all of NHSA's knowledge takes longer than a call may.</summary>
    private static readonly TimeSpan Publishing = TimeSpan.FromMinutes(5);

    private TimeSpan Limit => TimeSpan.FromSeconds(options.Value.CallSeconds);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        // A check has a shorter limit of its own, and answers at it instead of failing.
        if (MethodPermissions.IsCheck(context.Method))
            return continuation(request, context);
        var limit = context.Method.EndsWith("/PublishRelease", StringComparison.Ordinal) ? Publishing : Limit;
        return continuation(request, context).WaitAsync(limit, time, context.CancellationToken);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var wait = new CallerWait(Limit, time);
        return await continuation(new LimitedReader<TRequest>(requestStream, wait), context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var wait = new CallerWait(Limit, time);
        await continuation(request, new LimitedWriter<TResponse>(responseStream, wait), context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var reading = new CallerWait(Limit, time);
        using var writing = new CallerWait(Limit, time);
        await continuation(
            new LimitedReader<TRequest>(requestStream, reading), new LimitedWriter<TResponse>(responseStream, writing), context);
    }
}
