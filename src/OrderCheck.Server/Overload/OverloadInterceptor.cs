using Grpc.Core;
using Grpc.Core.Interceptors;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Overload;

/// <summary>Lets every call but checks through the gate; a check passes it in its own guard, which has an answer for being turned away.</summary>
internal sealed class OverloadInterceptor(CallGate gate, BatchPace pace) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        MethodPermissions.IsCheck(context.Method) ? continuation(request, context) : ThroughAsync(request, context, continuation);

    private async Task<TResponse> ThroughAsync<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class
    {
        await pace.WaitAsync(request, context.CancellationToken);
        if (!await gate.EnterCallAsync())
            throw new OverloadException();
        try
        {
            return await continuation(request, context);
        }
        finally
        {
            gate.LeaveCall();
        }
    }
}
