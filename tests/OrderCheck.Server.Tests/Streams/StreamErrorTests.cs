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

    [Fact]
    public async Task A_request_that_breaks_off_before_the_call_is_marked_as_ended_is_no_fault_of_ours_either()
    {
        foreach (var call in Readers(new IOException("The client reset the request stream.")))
            Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_while_a_stream_is_answered_is_a_fault_of_ours()
    {
        foreach (var call in Calls(new IOException("No space left on device"), CancellationToken.None))
            Assert.Equal(StatusCode.Internal, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
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

    private IEnumerable<Func<Task>> Readers(Exception error)
    {
        var requests = new ScriptedRequests<Empty>().Send(new Empty()).End(error);
        var call = new TestCall(DateTime.MaxValue, CancellationToken.None);
        yield return () => _interceptor.ClientStreamingServerHandler(requests, call, static async (read, _) =>
        {
            await ReadAllAsync(read);
            return new Empty();
        });
        yield return () => _interceptor.DuplexStreamingServerHandler(
            requests, new TakenAnswers<Empty>(), call, static (read, _, _) => ReadAllAsync(read));
    }

    private static async Task ReadAllAsync(IAsyncStreamReader<Empty> requests)
    {
        while (await requests.MoveNext(CancellationToken.None))
            Assert.NotNull(requests.Current);
    }

    private static InvalidProtocolBufferException Broken() =>
        Assert.Throws<InvalidProtocolBufferException>(() => Empty.Parser.ParseFrom([0x0a]));
}
