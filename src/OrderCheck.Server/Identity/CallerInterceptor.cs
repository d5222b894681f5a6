using Grpc.Core;
using Grpc.Core.Interceptors;
using OrderCheck.Grains.Permissions;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Health;

namespace OrderCheck.Server.Identity;

/// <summary>Lets a call through only if it is known who calls and that role may call this method.</summary>
internal sealed class CallerInterceptor(CallerReader callers, AuditTrail audit, Readiness readiness) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var http = context.GetHttpContext();
        var identity = await callers.ReadAsync(CallHeaders.Of(http.Request), http.Connection.RemoteIpAddress, context.CancellationToken);
        if (!MethodPermissions.Permits(context.Method, identity.Caller.Role))
        {
            audit.Record(identity, context.Method, request, "not_permitted");
            throw new NotPermittedException(identity.Caller.Role, context.Method[(context.Method.LastIndexOf('/') + 1)..]);
        }

        // A check answers "unchecked" by itself while the service starts.
        if (!readiness.IsReady && !MethodPermissions.IsCheck(context.Method))
            throw new StartingException();
        CallIdentity.Set(context, identity);
        return MethodPermissions.IsAdministration(context.Method)
            ? await AuditAsync(identity, request, context, continuation)
            : await continuation(request, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        throw Streaming(context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        throw Streaming(context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        MethodPermissions.IsReflection(context.Method) ? continuation(requestStream, responseStream, context) : throw Streaming(context);

    private async Task<TResponse> AuditAsync<TRequest, TResponse>(
        CallIdentity identity, TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class
    {
        try
        {
            var response = await continuation(request, context);
            audit.Record(identity, context.Method, request, "ok");
            return response;
        }
        catch (Exception error)
        {
            audit.Record(identity, context.Method, request, ErrorMapper.ReasonOf(error));
            throw;
        }
    }

    /// <summary>There is no streaming method; one that is added must not slip past the permissions.</summary>
    private static UnauthenticatedException Streaming(ServerCallContext context) => new($"{context.Method} has no permission yet.");
}
