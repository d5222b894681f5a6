using OrderCheck.Client.Tests.Fakes;
using OrderCheck.EndToEnd.Demo;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.Server;

/// <summary>A HIS's day through the client, against the service as a process.</summary>
[Collection(OneServerAtATime.Name)]
public sealed class AgainstTheServerTests(DemoServer demo)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_check_finds_what_breaks_a_limit_and_says_so_in_full()
    {
        using var client = Client();

        var result = await client.CheckOrdersAsync(Requests.Check("ZY000001", LimitedItem(), quantity: "30"), cancellation: Never);

        Assert.Null(result.Failure);
        Assert.Equal(CheckState.Complete, result.State);
        var finding = result.Answer.Findings[0];
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.OfficialText);
        Assert.NotEmpty(finding.Facts);
        var recorded = await client.GetCheckAsync(result.Answer.CheckId, cancellation: Never);
        Assert.Equal(result.Answer.Findings, recorded.EnsureAnswered().Findings);
    }

    [Fact]
    public async Task An_encounter_is_judged_as_a_whole_and_a_stage_of_orders_is_refused_by_name()
    {
        using var client = Client();

        var audit = (await client.CheckEncounterAsync("ZY000001", Stage.Discharge, cancellation: Never)).EnsureAnswered();
        var refused = await client.CheckEncounterAsync("ZY000001", Stage.Order, cancellation: Never);
        var strange = (await client.CheckEncounterAsync("nobody/../ 测试?", Stage.Registration, cancellation: Never)).EnsureAnswered();

        Assert.Equal(CheckState.Complete, audit.State);
        Assert.NotEmpty(audit.CheckId);
        Assert.Equal("stage", Assert.Single(refused.Failure!.Violations).Field);
        Assert.Equal(CheckState.Partial, strange.State);
    }

    [Fact]
    public async Task Admission_signing_charge_refund_and_totals_work()
    {
        using var client = Client();
        var admitted = await client.ReportEventsAsync(Requests.Admit("day"), cancellation: Never);
        var check = await client.CheckOrdersAsync(Requests.Check("day", Requests.PlainItem), cancellation: Never);
        var order = Requests.Order("o1", Requests.PlainItem);
        var signed = await client.SignOrdersAsync(Requests.Sign("day", check.Answer.CheckId, order), cancellation: Never);
        var verified = await client.VerifyOrdersAsync(Action("verify", "o1"), new Seat("nurse", "A03.04", "N001"), Never);
        var executed = await client.ExecuteOrdersAsync(Action("execute", "o1"), new Seat("nurse", "A03.04", "N001"), Never);
        var posted = await client.PostChargesAsync(Requests.Post("day", "c1"), cancellation: Never);
        var refund = new Charge(Requests.Charge("r1")) { RefundOf = "c1", Quantity = "-1", Amount = "-1.00" };
        var refunded = await client.PostChargesAsync(new PostChargesRequest { Encounter = Visit("day"), Charges = { refund } }, cancellation: Never);
        var second = await client.PostChargesAsync(Requests.Post("day", "c2"), cancellation: Never);
        var stopped = await client.StopOrdersAsync(Action("stop", "o1"), cancellation: Never);

        Assert.All((WriteResult[])[admitted, signed, verified, executed, posted, refunded, second, stopped], write =>
            Assert.True(write.IsRecorded, write.Failure?.ToString()));
        var summary = (await client.GetEncounterAsync("day", cancellation: Never)).EnsureAnswered();
        Assert.Equal((3, "1.00"), (summary.ChargeLines, summary.Totals.Total));
    }

    [Fact]
    public async Task The_remaining_writes_and_reads_go_to_their_own_methods()
    {
        using var client = Client();
        await client.ReportEventsAsync(Requests.Admit("rest"), cancellation: Never);
        var sign = Requests.Sign("rest", "", Requests.Order("old", Requests.PlainItem), Requests.Order("new", Requests.PlainItem), Requests.Order("x", Requests.PlainItem));
        await client.SignOrdersAsync(sign, cancellation: Never);
        var at = sign.Orders[0].StartAt;

        var superseded = await client.SupersedeOrdersAsync(
            new SupersedeOrdersRequest
            {
                Encounter = Visit("rest"),
                Supersessions = { new Supersession { Id = "s1", OldOrderId = "old", NewOrderId = "new", OccurredAt = at } },
            },
            cancellation: Never);
        var returned = await client.ReturnOrdersAsync(Action("return", "new", "rest"), cancellation: Never);
        var cancelled = await client.CancelOrdersAsync(Action("cancel", "x", "rest"), cancellation: Never);
        var check = await client.CheckOrdersAsync(Requests.Check("rest", LimitedItem(), quantity: "30"), cancellation: Never);
        var decided = await client.RecordDecisionsAsync(
            new RecordDecisionsRequest
            {
                Encounter = Visit("rest"),
                Decisions =
                {
                    new Decision
                    {
                        Id = "d1", CheckId = check.Answer.CheckId, FindingKey = check.Answer.Findings[0].Key,
                        Kind = DecisionKind.Withdrawn, OccurredAt = at,
                    },
                },
            },
            cancellation: Never);
        var late = await client.ListLateAsync(new ListLateRequest { Limit = 5 }, cancellation: Never);
        var differences = await client.ReconcileAsync(
            new ReconcileRequest { Encounter = Visit("rest"), Lines = { new ReconcileLine { VisitNumber = "rest", Count = 9, Amount = "9.00" } } },
            cancellation: Never);

        Assert.All((WriteResult[])[superseded, returned, cancelled, decided], write => Assert.True(write.IsRecorded, write.Failure?.ToString()));
        Assert.True(late.IsAnswered, late.Failure?.ToString());
        Assert.Equal("9.00", Assert.Single(differences.EnsureAnswered().Differences).HisAmount);
    }

    [Fact]
    public async Task Bad_form_is_unchecked_and_not_recorded_with_the_fields_named()
    {
        using var client = Client();
        var malformed = Requests.Post("form", "c1");
        malformed.Charges[0].UnitPrice = "1.2345678";

        var check = await client.CheckOrdersAsync(new CheckOrdersRequest { Encounter = Visit("form") }, cancellation: Never);
        var write = await client.PostChargesAsync(malformed, cancellation: Never);

        Assert.Equal((CheckState.Unchecked, FailureKind.BadForm, "bad_form"), (check.State, check.Failure?.Kind, check.Failure?.Reason));
        Assert.Contains(check.Violations, violation => violation.Field == "orders");
        Assert.Equal((WriteState.NotRecorded, 1), (write.State, write.Attempts));
        Assert.Equal("charges[0].unit_price", Assert.Single(write.Violations).Field);
    }

    [Fact]
    public async Task The_same_request_again_has_the_same_receipt_and_another_one_under_its_id_is_refused()
    {
        using var client = Client();
        await client.ReportEventsAsync(Requests.Admit("again"), cancellation: Never);
        var request = Requests.Post("again", "c1");

        var first = await client.PostChargesAsync(request, cancellation: Never);
        var again = await client.PostChargesAsync(request, cancellation: Never);
        var other = await client.PostChargesAsync(Requests.Post("again", "c2", first.RequestId), cancellation: Never);

        Assert.Equal(first.EnsureRecorded(), again.EnsureRecorded());
        Assert.Equal((WriteState.NotRecorded, FailureKind.Conflict, "request_id_reused"), (other.State, other.Failure?.Kind, other.Failure?.Reason));
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        using var client = Client();

        var encounter = await client.GetEncounterAsync("nobody/../ 测试?", cancellation: Never);
        var check = await client.GetCheckAsync("no-such-check", cancellation: Never);

        Assert.Equal((FailureKind.NotFound, "unknown_encounter"), (encounter.Failure?.Kind, encounter.Failure?.Reason));
        Assert.Equal((FailureKind.NotFound, "unknown_check"), (check.Failure?.Kind, check.Failure?.Reason));
    }

    [Fact]
    public async Task A_key_that_opens_nothing_and_a_role_that_may_not_are_named()
    {
        using var stranger = Client(static o => o.ApiKey = "stranger");
        using var client = Client();

        var check = await stranger.CheckOrdersAsync(Requests.Check(), cancellation: Never);
        var write = await client.PostChargesAsync(Requests.Post(), new Seat("pharmacist", "药剂科", "药001"), Never);

        Assert.Equal((CheckState.Unchecked, "unauthenticated"), (check.State, check.Reasons[0].Code));
        Assert.False((await stranger.WarmUpAsync(Never)).IsReady);
        Assert.Equal((WriteState.NotRecorded, FailureKind.NotPermitted, "not_permitted"), (write.State, write.Failure?.Kind, write.Failure?.Reason));
    }

    [Fact]
    public async Task After_a_warm_up_the_first_check_keeps_the_deadline_of_200_ms()
    {
        using var client = OrderCheckClient.Create(Clients.Options(Target.AddressOf(demo.Server)));

        var warmUp = await client.WarmUpAsync(Never);
        var check = await client.CheckOrdersAsync(Requests.Check("ZY000002", Requests.PlainItem), cancellation: Never);

        Assert.True(warmUp.IsReady, warmUp.Failure?.ToString());
        // On a loaded machine 200 ms may pass: then it is unchecked, and said.
        Assert.True(check.State == CheckState.Complete || check.Reasons.Count > 0);
        Assert.True(check.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("nurse")]
    [InlineData("pharmacist")]
    [InlineData("officer")]
    public async Task A_warm_up_goes_the_way_of_a_check_in_every_role_and_leaves_no_trace(string role)
    {
        using var client = Client(options => options.Seat = new Seat(role, "A03.04", "D001"));

        var warmUp = await client.WarmUpAsync(Never);
        var encounter = await client.GetEncounterAsync("warm-up", cancellation: Never);

        Assert.True(warmUp.IsReady, warmUp.Failure?.ToString());
        Assert.Equal((FailureKind.NotFound, "unknown_encounter"), (encounter.Failure?.Kind, encounter.Failure?.Reason));
    }

    private OrderCheckClient Client(Action<OrderCheckClientOptions>? change = null) => Clients.Patient(Target.AddressOf(demo.Server), change);

    private static EncounterRef Visit(string visit) => new() { VisitNumber = visit };

    private static OrderActionsRequest Action(string id, string order, string visit = "day") => new()
    {
        Encounter = Visit(visit),
        Actions = { new OrderAction { Id = id, OrderId = order, OccurredAt = Requests.Charge("any").OccurredAt, Reason = "测试" } },
    };

    /// <summary>An item of which a day allows only so much.</summary>
    private static string LimitedItem()
    {
        var lines = File.ReadAllLines(Path.Combine(EndToEnd.Repository.Rules, "knowledge", "frequency_limits.csv"));
        return lines[1].Split(',')[0];
    }
}
