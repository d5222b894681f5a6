using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Errors;

/// <summary>
/// Ends a call at the installation's limit, whatever deadline the caller set or forgot. A write that was begun goes on to
/// its end: the same request sent again gets its answer.
/// </summary>
internal sealed class CallLimitInterceptor(IOptions<OrderCheckOptions> options, TimeProvider time) : Interceptor
{
    /// <summary>Building a release of all of NHSA's knowledge takes longer than a call may.</summary>
    private static readonly TimeSpan Publishing = TimeSpan.FromMinutes(5);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var limit = context.Method.EndsWith("/PublishRelease", StringComparison.Ordinal)
            ? Publishing
            : TimeSpan.FromSeconds(options.Value.CallSeconds);
        return continuation(request, context).WaitAsync(limit, time, context.CancellationToken);
    }
}
