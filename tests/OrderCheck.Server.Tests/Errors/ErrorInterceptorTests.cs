using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Tests.Encounters;
using Xunit;

namespace OrderCheck.Server.Tests.Errors;

public sealed class ErrorInterceptorTests
{
    private readonly ErrorInterceptor _interceptor = new(NullLogger<ErrorInterceptor>.Instance);

    [Fact]
    public async Task A_fault_of_ours_shows_nothing_of_its_cause()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => CallAsync(new InvalidOperationException("secret 王小明"), CancellationToken.None));
        Assert.Equal(StatusCode.Internal, error.StatusCode);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("internal", error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
    }

    [Fact]
    public async Task A_call_that_its_caller_ended_is_cancelled()
    {
        var ended = new CancellationToken(canceled: true);
        var error = await Assert.ThrowsAsync<RpcException>(() => CallAsync(new OperationCanceledException(ended), ended));
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
    }

    private Task<CheckAnswer> CallAsync(Exception error, CancellationToken cancellation) => _interceptor.UnaryServerHandler(
        new CheckOrdersRequest(), new TestCall(DateTime.MaxValue, cancellation), (_, _) => Task.FromException<CheckAnswer>(error));
}
