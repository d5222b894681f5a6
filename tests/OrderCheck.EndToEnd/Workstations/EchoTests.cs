using System.Net;
using Google.Protobuf;
using Grpc.Core;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>What a screen warms its connection up with.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class EchoTests(SharedServer shared)
{
    private readonly His _his = shared.His;

    [Fact]
    public async Task An_echo_says_that_nothing_was_checked_and_is_no_check_afterwards()
    {
        using var json = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey);
        var request = Request(Facts.Service("o1", StarterItems.OncePerDay, quantity: "2"));

        var answer = await _his.Orders.EchoAsync(request, _his.Options);
        var reply = await json.PostAsync("/v1/orders:echo", JsonFormatter.Default.Format(request));

        Assert.Equal((CheckState.Unchecked, "echo", ""), (answer.State, Assert.Single(answer.StateReasons).Code, answer.CheckId));
        Assert.Contains("不是审核结果", Assert.Single(answer.Findings).Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, answer), (reply.Status, JsonParser.Default.Parse<CheckAnswer>(reply.Body.ToJsonString())));
        Assert.Equal("unknown_encounter", (await Refusal.OfAsync(() => _his.DescribeAsync("echoed"))).Reason);
    }

    [Fact]
    public async Task An_echo_refuses_what_a_check_refuses()
    {
        var request = Request(new Order { Id = "o1", Kind = OrderKind.Service });

        var echoed = await Refusal.OfAsync(() => _his.Orders.EchoAsync(request, _his.Options).ResponseAsync);
        var check = await Refusal.OfAsync(() => _his.Orders.CheckOrdersAsync(request, _his.Options).ResponseAsync);

        Assert.Equal(StatusCode.InvalidArgument, echoed.Code);
        Assert.NotEmpty(echoed.Fields);
        Assert.Equal(check.Fields, echoed.Fields);
    }

    private static CheckOrdersRequest Request(Order order) => new() { Encounter = new EncounterRef { VisitNumber = "echoed" }, Orders = { order } };
}
