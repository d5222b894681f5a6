using Microsoft.AspNetCore.Http;
using OrderCheck.Client.Tests.Fakes;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.Hostile;

/// <summary>Whatever sits where the service should be: nobody is stopped, nothing looks clean, nothing is taken for recorded.</summary>
public sealed class HostileServerTests
{
    /// <summary>Far above any deadline here, far below what a hanging connection takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_server_that_accepts_and_never_answers()
    {
        await using var port = HostilePort.Silent();
        await AssertHarmlessAsync(port.Address, FailureKind.Deadline);
    }

    [Fact]
    public async Task A_machine_that_is_gone_so_that_connecting_hangs()
    {
        await using var port = await HostilePort.BlackHoleAsync();
        await AssertHarmlessAsync(port.Address, FailureKind.Deadline);
    }

    [Fact]
    public async Task A_port_on_which_nobody_listens() =>
        await AssertHarmlessAsync($"http://127.0.0.1:{FreePort.Next()}", FailureKind.Unavailable, FailureKind.Deadline);

    [Fact]
    public async Task A_name_that_nobody_knows() =>
        await AssertHarmlessAsync("http://no-such-host.invalid:5081", FailureKind.Unavailable, FailureKind.Deadline);

    [Fact]
    public async Task A_server_that_answers_garbage()
    {
        await using var port = HostilePort.Babbling();
        await AssertHarmlessAsync(port.Address, FailureKind.Unavailable, FailureKind.ServerFault, FailureKind.Deadline);
    }

    [Fact]
    public async Task A_server_that_closes_every_connection()
    {
        await using var port = HostilePort.Closing();
        await AssertHarmlessAsync(port.Address, FailureKind.Unavailable, FailureKind.ServerFault, FailureKind.Deadline);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(502)]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task A_proxys_page(int status)
    {
        await using var site = await HostileSite.PageAsync(status);
        await AssertHarmlessAsync(site.Address, FailureKind.Unavailable, FailureKind.Unreadable, FailureKind.ServerFault, FailureKind.Deadline);
    }

    [Fact]
    public async Task Another_service_that_answers_json()
    {
        await using var site = await HostileSite.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"success":true,"findings":[],"code":0}""");
        });
        await AssertHarmlessAsync(site.Address, FailureKind.Unreadable, FailureKind.Unavailable, FailureKind.ServerFault, FailureKind.Deadline);
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_of_its_answer()
    {
        await using var site = await HostileSite.StartAsync(async context =>
        {
            context.Response.ContentType = Target.Protocols == Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2 ? "application/grpc" : "application/json";
            await context.Response.WriteAsync("""{"state":"CHECK_STATE_COMPLETE","fin""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await AssertHarmlessAsync(site.Address, FailureKind.Unavailable, FailureKind.Unreadable, FailureKind.ServerFault, FailureKind.Deadline);
    }

    [Fact]
    public async Task A_server_that_begins_an_answer_and_never_ends_it()
    {
        await using var site = await HostileSite.StartAsync(async context =>
        {
            context.Response.ContentType = Target.Protocols == Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2 ? "application/grpc" : "application/json";
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });
        await AssertHarmlessAsync(site.Address, FailureKind.Deadline, FailureKind.Unreadable, FailureKind.ServerFault);
    }

    private static async Task AssertHarmlessAsync(string address, params FailureKind[] kinds)
    {
        using var client = OrderCheckClient.Create(Impatient(address));
        var cancellation = TestContext.Current.CancellationToken;
        var started = TimeProvider.System.GetTimestamp();

        var warmUp = await client.WarmUpAsync(cancellation);
        var check = await client.CheckOrdersAsync(Requests.Check(), cancellation: cancellation);
        var write = await client.PostChargesAsync(Requests.Post(), cancellation: cancellation);
        var read = await client.GetEncounterAsync("v", cancellation: cancellation);

        // Each of the four has 200 to 300 ms.
        Assert.True(TimeProvider.System.GetElapsedTime(started) < 4 * Bound);
        Assert.True(check.Elapsed < Bound, $"The check took {check.Elapsed}.");
        Assert.False(warmUp.IsReady);
        Assert.Equal(CheckState.Unchecked, check.State);
        Assert.Contains(check.Failure!.Kind, kinds);
        Assert.Equal(WriteState.Unknown, write.State);
        Assert.False(read.IsAnswered);
        Assert.True(read.Failure!.IsOfService, read.Failure.ToString());
    }

    private static OrderCheckClientOptions Impatient(string address)
    {
        var options = Clients.Options(address);
        options.ReadDeadline = options.WarmUpDeadline = options.WriteAttemptDeadline = options.WriteDeadline = TimeSpan.FromMilliseconds(300);
        return options;
    }
}
