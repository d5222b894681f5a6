using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Permissions;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Tests.Encounters;
using OrderCheck.Server.Tests.Identity;
using Xunit;

namespace OrderCheck.Server.Tests.Streams;

/// <summary>No streaming method slips past identity and permissions.</summary>
public sealed class StreamPermissionTests
{
    private const string Listed = "/ordercheck.v1.GroupingService/GroupStream";
    private const string Unlisted = "/ordercheck.v1.GroupingService/StreamEverything";
    private readonly FakeTimeProvider _time = new();
    private readonly MemoryInstallation _store = new();
    private readonly MemoryAudit _audit = new();
    private readonly Readiness _readiness = new();
    private readonly ApiKeyRegister _keys;
    private readonly CallerInterceptor _interceptor;
    private int _reached;

    public StreamPermissionTests()
    {
        _keys = new ApiKeyRegister(_store, new ApiKeySecret(new byte[32]), _time);
        _interceptor = new CallerInterceptor(
            new CallerReader(_keys, Options.Create(new OrderCheckOptions())), new AuditTrail(_audit, _time), _readiness, _time);
        _readiness.Reach();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_key_no_kind_of_stream_is_begun()
    {
        foreach (var call in Calls(Call(Listed, key: null)))
            await Assert.ThrowsAsync<UnauthenticatedException>(call);
        Assert.Equal(0, _reached);
    }

    [Theory]
    [InlineData(Role.Nurse, Listed)]
    [InlineData(Role.Officer, Unlisted)]
    [InlineData(Role.His, Unlisted)]
    public async Task Whoever_may_not_is_denied_every_kind_of_stream_and_it_is_in_the_audit(Role role, string method)
    {
        var (_, key) = await KeyAsync(role);

        foreach (var call in Calls(Call(method, key)))
            await Assert.ThrowsAsync<NotPermittedException>(call);

        Assert.Equal(0, _reached);
        Assert.Equal(3, _audit.Records.Count(static record => record.Outcome == "not_permitted"));
    }

    [Fact]
    public async Task Whoever_may_is_known_to_the_method()
    {
        var (id, key) = await KeyAsync(Role.Officer);
        var context = Call(Listed, key);

        foreach (var call in Calls(context))
            await call();

        Assert.Equal(3, _reached);
        Assert.Equal((id, Role.Officer), (CallIdentity.Of(context).KeyId, CallIdentity.Of(context).Caller.Role));
    }

    [Fact]
    public async Task While_the_service_starts_no_stream_is_begun()
    {
        var (_, key) = await KeyAsync(Role.Officer);
        var starting = new CallerInterceptor(
            new CallerReader(_keys, Options.Create(new OrderCheckOptions())), new AuditTrail(_audit, _time), new Readiness(), _time);

        await Assert.ThrowsAsync<StartingException>(() => starting.DuplexStreamingServerHandler(
            new ScriptedRequests<Empty>(), new TakenAnswers<Empty>(), Call(Listed, key), static (_, _, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task A_key_that_is_revoked_ends_the_streams_that_it_began()
    {
        var (id, key) = await KeyAsync(Role.His);
        var requests = new ScriptedRequests<Empty>().Send(new Empty(), new Empty());
        var call = _interceptor.DuplexStreamingServerHandler(requests, new TakenAnswers<Empty>(), Call(Listed, key), async (stream, _, context) =>
        {
            Assert.True(await stream.MoveNext(context.CancellationToken));
            await _keys.RevokeAsync(id, context.CancellationToken);
            _time.Advance(TimeSpan.FromSeconds(10));
            await stream.MoveNext(context.CancellationToken);
        });

        await Assert.ThrowsAsync<UnauthenticatedException>(() => call);
        Assert.Equal(1, requests.Asked);
    }

    private IEnumerable<Func<Task>> Calls(ServerCallContext context)
    {
        var requests = new ScriptedRequests<Empty>();
        var answers = new TakenAnswers<Empty>();
        yield return () => _interceptor.ClientStreamingServerHandler(requests, context, async (_, _) =>
        {
            await ReachAsync();
            return new Empty();
        });
        yield return () => _interceptor.ServerStreamingServerHandler(new Empty(), answers, context, (_, _, _) => ReachAsync());
        yield return () => _interceptor.DuplexStreamingServerHandler(requests, answers, context, (_, _, _) => ReachAsync());
    }

    private Task ReachAsync()
    {
        _reached++;
        return Task.CompletedTask;
    }

    private async Task<(string Id, string Key)> KeyAsync(Role role)
    {
        var (row, key) = await _keys.CreateAsync(ApiKeySecret.NewKeyId(), ["H1"], [role], "", Token);
        return (row.KeyId, key);
    }

    private static TestCall Call(string method, string? key)
    {
        var http = new DefaultHttpContext();
        if (key is not null)
            http.Request.Headers["x-api-key"] = key;
        var call = new TestCall(DateTime.MaxValue, Token, method);
        call.UserState["__HttpContext"] = http;
        return call;
    }
}
