using System.Net;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>
/// A call ends at the installation's limit or at the caller's deadline, whichever comes first. Nothing behind the wire ever
/// answers here, so that an answer is proof of a limit.
/// </summary>
public sealed class DeadlineTests
{
    private const string PostCharges = "/ordercheck.v1.OrderCheckService/PostCharges";
    private const string CheckOrders = "/ordercheck.v1.OrderCheckService/CheckOrders";
    private const int DeadlineExceeded = 4;
    private const string Long = "3600S";
    private const string Short = "300m";

    private static readonly Timestamp At = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly CheckOrdersRequest Check = new()
    {
        Encounter = new EncounterRef { VisitNumber = "v" },
        Orders = { new Order { Id = "o1", Kind = OrderKind.Service, ItemCode = "x", StartAt = At } },
    };

    private static readonly PostChargesRequest Charges = new()
    {
        Encounter = new EncounterRef { VisitNumber = "v" },
        RequestId = "r1",
        Charges = { new Charge { Id = "c1", ItemCode = "x", Quantity = "1", UnitPrice = "1", Amount = "1", OccurredAt = At } },
    };

    [Fact]
    public async Task The_installations_limit_holds_for_a_long_deadline_and_for_none()
    {
        await using var server = await StuckServer.StartAsync("--call-seconds", "1", "--check-milliseconds", "300");

        foreach (var deadline in new[] { Long, null })
        {
            Assert.Equal(DeadlineExceeded, (await server.Calls.GrpcAsync(PostCharges, Charges, deadline)).Status);
            AssertUnchecked(await server.Calls.GrpcAsync(CheckOrders, Check, deadline));
        }

        var (status, problem) = await server.Calls.JsonAsync(HttpMethod.Post, "/v1/charges:post", JsonNode.Parse(Charges.ToString()));
        Assert.Equal((HttpStatusCode.GatewayTimeout, "DEADLINE_EXCEEDED", "deadline"), (status, (string?)problem["code"], (string?)problem["reason"]));
        var (_, answer) = await server.Calls.JsonAsync(HttpMethod.Post, "/v1/orders:check", JsonNode.Parse(Check.ToString()));
        Assert.Equal("CHECK_STATE_UNCHECKED", (string?)answer["state"]);
    }

    [Fact]
    public async Task A_shorter_deadline_of_the_caller_is_kept()
    {
        await using var server = await StuckServer.StartAsync("--call-seconds", "600", "--check-milliseconds", "10000");
        var started = TimeProvider.System.GetTimestamp();

        Assert.Equal(DeadlineExceeded, (await server.Calls.GrpcAsync(PostCharges, Charges, Short)).Status);
        AssertUnchecked(await server.Calls.GrpcAsync(CheckOrders, Check, "2S"));

        // The installation's own limit alone is ten seconds for a check.
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static void AssertUnchecked((int Status, string Message, byte[] Answer) reply)
    {
        Assert.Equal((0, ""), (reply.Status, reply.Message));
        var answer = CheckAnswer.Parser.ParseFrom(reply.Answer);
        Assert.Equal((CheckState.Unchecked, "deadline"), (answer.State, Assert.Single(answer.StateReasons).Code));
    }
}
