using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace OrderCheck.Server.Telemetry;

/// <summary>
/// Makes a span of each call, as part of the caller's trace where it brings a traceparent. Only in the chain where traces are
/// sent anywhere. The span says the method and how it ended: the framework's own would say the path, and with it visit numbers.
/// </summary>
internal sealed class TraceInterceptor : Interceptor
{
    private static readonly ActivitySource Source = new(ServerTelemetry.Name);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        // What a tracestate says is others' free text; it goes no further.
        ActivityContext.TryParse(context.GetHttpContext().Request.Headers.TraceParent, traceState: null, isRemote: true, out var parent);
        var ambient = Activity.Current;
        Activity.Current = null;
        using var span = Source.StartActivity(context.Method[1..], ActivityKind.Server, parent);
        // Log lines of a call that is not traced keep the framework's trace id.
        Activity.Current ??= ambient;
        span?.SetTag("rpc.system", "grpc").SetTag("rpc.method", context.Method[1..]);
        try
        {
            var response = await continuation(request, context);
            span?.SetTag("rpc.grpc.status_code", (int)StatusCode.OK);
            return response;
        }
        catch (RpcException error)
        {
            span?.SetTag("rpc.grpc.status_code", (int)error.StatusCode).SetStatus(ActivityStatusCode.Error, error.StatusCode.ToString());
            throw;
        }
    }
}
