using Grpc.Core;
using Grpc.Core.Interceptors;
using OrderCheck.Grains.Permissions;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Health;

namespace OrderCheck.Server.Identity;

/// <summary>Lets a call through only if it is known who calls and that role may call this method; streams like any other.</summary>
internal sealed class CallerInterceptor(CallerReader callers, AuditTrail audit, Readiness readiness, TimeProvider time) : Interceptor
{
    /// <summary>What a stream's requests are to the audit trail: they come one after another, and none is its subject.</summary>
    private static readonly object Streamed = new();

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var identity = await AdmitAsync(request, context);
        return await AuditAsync(identity, request, context, () => continuation(request, context));
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var identity = await AdmitAsync(Streamed, context);
        return await AuditAsync(identity, Streamed, context, () => continuation(Proven(requestStream, context), context));
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var identity = await AdmitAsync(request, context);
        await AuditAsync(identity, request, context, () => DoneAsync(continuation(request, responseStream, context)));
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (MethodPermissions.IsReflection(context.Method))
        {
            await continuation(requestStream, responseStream, context);
            return;
        }

        var identity = await AdmitAsync(Streamed, context);
        await AuditAsync(identity, Streamed, context, () => DoneAsync(continuation(Proven(requestStream, context), responseStream, context)));
    }

    private async Task<CallIdentity> AdmitAsync(object request, ServerCallContext context)
    {
        var identity = await IdentifyAsync(context);
        if (!MethodPermissions.Permits(context.Method, identity.Caller.Role))
        {
            audit.Record(identity, context.Method, request, "not_permitted");
            throw new NotPermittedException(identity.Caller.Role, context.Method[(context.Method.LastIndexOf('/') + 1)..]);
        }

        // A check answers "unchecked" by itself while the service starts.
        if (!readiness.IsReady && !MethodPermissions.IsCheck(context.Method))
            throw new StartingException();
        CallIdentity.Set(context, identity);
        return identity;
    }

    private Task<CallIdentity> IdentifyAsync(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        return callers.ReadAsync(CallHeaders.Of(http.Request), http.Connection.RemoteIpAddress, context.CancellationToken);
    }

    private ProvenReader<T> Proven<T>(IAsyncStreamReader<T> requests, ServerCallContext context) =>
        new(requests, () => IdentifyAsync(context), time);

    private async Task<T> AuditAsync<T>(CallIdentity identity, object request, ServerCallContext context, Func<Task<T>> call)
    {
        if (!MethodPermissions.IsAudited(context.Method))
            return await call();
        try
        {
            var response = await call();
            audit.Record(identity, context.Method, request, "ok");
            return response;
        }
        catch (Exception error)
        {
            audit.Record(identity, context.Method, request, error is OperationCanceledException ? "cancelled" : ErrorMapper.ReasonOf(error));
            throw;
        }
    }

    private static async Task<bool> DoneAsync(Task stream)
    {
        await stream;
        return true;
    }
}
