using Microsoft.AspNetCore.Http;
using OrderCheck.Client.Tests.Fakes;
using OrderCheck.Client.Tests.Hostile;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.JsonTests;

/// <summary>What says 200 and is no answer.</summary>
public sealed class UnreadableTests
{
    [Theory]
    [InlineData("<html><body>请登录</body></html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"state":"CHECK_STATE_COMPLETE" """)]
    [InlineData("""{"state":{"code":1}}""")]
    [InlineData("""{"state":"CHECK_STATE_COMPLETE","elapsedMicros":"99999999999999999999"}""")]
    [InlineData("""{"state":"CHECK_STATE_UNSPECIFIED","findings":[]}""")]
    public async Task It_is_unreadable_and_never_clean(string body)
    {
        await using var site = await HostileSite.StartAsync(context => context.Response.WriteAsync(body));
        using var client = Clients.Patient(site.Address);

        var check = await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((CheckState.Unchecked, FailureKind.Unreadable), (check.State, check.Failure?.Kind));
    }

    [Fact]
    public async Task An_answer_with_fields_of_a_later_version_is_read()
    {
        await using var site = await HostileSite.StartAsync(context =>
            context.Response.WriteAsync("""{"state":"CHECK_STATE_COMPLETE","checkId":"c","ofALaterVersion":{"any":[1,null]}}"""));
        using var client = Clients.Patient(site.Address);

        var check = await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((CheckState.Complete, "c"), (check.State, check.Answer.CheckId));
    }
}
