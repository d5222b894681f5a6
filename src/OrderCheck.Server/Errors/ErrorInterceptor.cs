using Grpc.Core;
using Grpc.Core.Interceptors;
using OrderCheck.Ledger;

namespace OrderCheck.Server.Errors;

/// <summary>Turns every exception of a call into the status that <see cref="ErrorMapper"/> says. The outermost interceptor.</summary>
internal sealed class ErrorInterceptor(ILogger<ErrorInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Translate(error, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(new CallerReader<TRequest>(requestStream), context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Translate(error, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Translate(error, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(new CallerReader<TRequest>(requestStream), responseStream, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Translate(error, context);
        }
    }

    /// <summary>The edge: whatever it was, the caller gets a status and never a stack trace.</summary>
    private RpcException Translate(Exception error, ServerCallContext context)
    {
        // A stream whose caller goes away fails in the middle of a read or a write, each in its own way; a read may before the token tells.
        if (error is CallerLeftException
            || context.CancellationToken.IsCancellationRequested && error is OperationCanceledException or IOException or InvalidOperationException)
            return new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, "The caller ended the call."));
        if (error is LedgerUnavailableException store)
            ServerLog.StoreDegraded(logger, store.Reason);
        return (ErrorMapper.Map(error, RequestLists.NameFor(context.Method)) ?? Unexpected(error, context)).ToRpcException();
    }

    private Google.Rpc.Status Unexpected(Exception error, ServerCallContext context)
    {
        var errorId = Guid.CreateVersion7().ToString("N");
        ServerLog.CallFailed(logger, error, context.Method, errorId);
        return ErrorMapper.Internal(errorId);
    }
}
