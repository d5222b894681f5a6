using Grpc.Core;
using Grpc.Core.Interceptors;
using OrderCheck.Grains.Permissions;

namespace OrderCheck.Server.Identity;

/// <summary>Lets a call through only if it is known who calls and that role may call this method.</summary>
internal sealed class CallerInterceptor(CallerReader callers) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var http = context.GetHttpContext();
        var identity = await callers.ReadAsync(CallHeaders.Of(http.Request), http.Connection.RemoteIpAddress, context.CancellationToken);
        if (!MethodPermissions.Permits(context.Method, identity.Caller.Role))
            throw new NotPermittedException(identity.Caller.Role, context.Method);
        CallIdentity.Set(context, identity);
        return await continuation(request, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        throw Streaming(context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        throw Streaming(context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        throw Streaming(context);

    /// <summary>There is no streaming method; one that is added must not slip past the permissions.</summary>
    private static UnauthenticatedException Streaming(ServerCallContext context) => new($"{context.Method} has no permission yet.");
}
