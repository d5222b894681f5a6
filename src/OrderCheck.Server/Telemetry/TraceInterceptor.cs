using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace OrderCheck.Server.Telemetry;

/// <summary>
/// Makes a span of each call and of each stream, as part of the caller's trace where it brings a traceparent. Only in the chain
/// where traces are sent anywhere. The span says the method and how it ended: the framework's own would say the path, and with it
/// visit numbers.
/// </summary>
internal sealed class TraceInterceptor : Interceptor
{
    private static readonly ActivitySource Source = new(ServerTelemetry.Name);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        using var span = Start(context);
        try
        {
            var response = await continuation(request, context);
            Succeeded(span);
            return response;
        }
        catch (RpcException error)
        {
            Failed(span, error);
            throw;
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var span = Start(context);
        try
        {
            var response = await continuation(requestStream, context);
            Succeeded(span);
            return response;
        }
        catch (RpcException error)
        {
            Failed(span, error);
            throw;
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var span = Start(context);
        try
        {
            await continuation(request, responseStream, context);
            Succeeded(span);
        }
        catch (RpcException error)
        {
            Failed(span, error);
            throw;
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var span = Start(context);
        try
        {
            await continuation(requestStream, responseStream, context);
            Succeeded(span);
        }
        catch (RpcException error)
        {
            Failed(span, error);
            throw;
        }
    }

    private static Activity? Start(ServerCallContext context)
    {
        // What a tracestate says is others' free text; it goes no further.
        ActivityContext.TryParse(context.GetHttpContext().Request.Headers.TraceParent, traceState: null, isRemote: true, out var parent);
        var ambient = Activity.Current;
        Activity.Current = null;
        var span = Source.StartActivity(context.Method[1..], ActivityKind.Server, parent);
        // Log lines of a call that is not traced keep the framework's trace id.
        Activity.Current ??= ambient;
        return span?.SetTag("rpc.system", "grpc").SetTag("rpc.method", context.Method[1..]);
    }

    private static void Succeeded(Activity? span) => span?.SetTag("rpc.grpc.status_code", (int)StatusCode.OK);

    private static void Failed(Activity? span, RpcException error) =>
        span?.SetTag("rpc.grpc.status_code", (int)error.StatusCode).SetStatus(ActivityStatusCode.Error, error.StatusCode.ToString());
}
