using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Grains.Permissions;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Tests.Encounters;
using Xunit;

namespace OrderCheck.Server.Tests.Streams;

/// <summary>What goes wrong in a stream is answered as in any other call.</summary>
public sealed class StreamErrorTests
{
    private readonly ErrorInterceptor _interceptor = new(NullLogger<ErrorInterceptor>.Instance);

    public static TheoryData<Exception, StatusCode, string> Errors() => new()
    {
        { new InvalidOperationException("secret"), StatusCode.Internal, "internal" },
        { new StreamIdleException(TimeSpan.FromSeconds(30)), StatusCode.DeadlineExceeded, "idle" },
        { new NotPermittedException(Core.Identity.Role.Nurse, "GroupStream"), StatusCode.PermissionDenied, "not_permitted" },
        { Broken(), StatusCode.InvalidArgument, "bad_form" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Each_kind_of_stream_answers_the_status_that_a_single_call_would(Exception error, StatusCode code, string reason)
    {
        foreach (var call in Calls(error, CancellationToken.None))
        {
            var answered = await Assert.ThrowsAsync<RpcException>(call);
            Assert.Equal((code, reason), (answered.StatusCode, answered.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason));
            Assert.DoesNotContain("secret", answered.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stream_that_breaks_because_its_caller_left_is_cancelled_and_no_fault_of_ours()
    {
        foreach (var call in Calls(new IOException("The client reset the request stream."), new CancellationToken(canceled: true)))
            Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
    }

    private IEnumerable<Func<Task>> Calls(Exception error, CancellationToken cancellation)
    {
        var requests = new ScriptedRequests<Empty>();
        var answers = new TakenAnswers<Empty>();
        var call = new TestCall(DateTime.MaxValue, cancellation);
        yield return () => _interceptor.ClientStreamingServerHandler(requests, call, (_, _) => Task.FromException<Empty>(error));
        yield return () => _interceptor.ServerStreamingServerHandler(new Empty(), answers, call, (_, _, _) => Task.FromException(error));
        yield return () => _interceptor.DuplexStreamingServerHandler(requests, answers, call, (_, _, _) => Task.FromException(error));
    }

    private static InvalidProtocolBufferException Broken() =>
        Assert.Throws<InvalidProtocolBufferException>(() => Empty.Parser.ParseFrom([0x0a]));
}
