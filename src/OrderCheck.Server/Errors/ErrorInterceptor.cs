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
        catch (RpcException)
        {
            throw;
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, "The caller ended the call."));
        }
#pragma warning disable CA1031 // The edge: whatever it was, the caller gets a status and never a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (error is LedgerUnavailableException store)
                ServerLog.StoreDegraded(logger, store.Reason);
            throw (ErrorMapper.Map(error, RequestLists.NameFor(context.Method)) ?? Unexpected(error, context)).ToRpcException();
        }
    }

    private Google.Rpc.Status Unexpected(Exception error, ServerCallContext context)
    {
        var errorId = Guid.CreateVersion7().ToString("N");
        ServerLog.CallFailed(logger, error, context.Method, errorId);
        return ErrorMapper.Internal(errorId);
    }
}
