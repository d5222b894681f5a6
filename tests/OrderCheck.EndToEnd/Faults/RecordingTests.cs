using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Faults;

/// <summary>What the HIS reports has happened: it is recorded, once, and what does not fit is found.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class RecordingTests(SharedServer shared)
{
    private readonly His _his = shared.His;

    [Fact]
    public async Task Charges_of_an_encounter_that_is_not_admitted_yet_wait_and_are_joined()
    {
        var receipt = await _his.PostAsync("early", "r1", Facts.Charge("c1", StarterItems.Plain, 12.34m));
        Assert.NotEmpty(receipt.Parked);

        await _his.ReportAsync("early", "r2", Facts.Admit("early"));

        var summary = await _his.DescribeAsync("early");
        Assert.True(summary.Admitted);
        Assert.Equal((1, "12.34"), (summary.ChargeLines, summary.Totals.Total));
    }

    [Fact]
    public async Task Charges_under_an_mdtrt_id_that_nobody_gave_yet_wait_and_are_joined()
    {
        var byAlias = new EncounterRef { MdtrtId = "MD-late-1" };
        await _his.PostAsync(byAlias, "r1", Facts.Charge("c1", StarterItems.Plain, 45.60m));

        await _his.ReportAsync("late-alias", "r2", Facts.Admit("late-alias", mdtrtId: "MD-late-1"));

        await Wait.UntilAsync(
            async () => (await _his.DescribeAsync("late-alias")).Totals?.Total == "45.60", "the parked charge is joined", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_order_that_is_acted_on_before_it_is_known_waits_and_is_joined()
    {
        await _his.ReportAsync("early-action", "r1", Facts.Admit("early-action"));
        var stop = new OrderActionsRequest { Encounter = new EncounterRef { VisitNumber = "early-action" }, RequestId = "r2" };
        stop.Actions.Add(new OrderAction { Id = "a1", OrderId = "o1", OccurredAt = Facts.At(Facts.Now), Reason = "停" });

        var receipt = await _his.Orders.StopOrdersAsync(stop, _his.Options);
        await _his.SignAsync("early-action", "r3", Facts.Service("o1", StarterItems.Plain));

        Assert.Equal("a1", Assert.Single(receipt.Parked));
        Assert.Equal(0, (await _his.DescribeAsync("early-action")).ActiveOrders);
    }

    [Fact]
    public async Task An_item_that_the_catalogue_does_not_have_is_found()
    {
        await _his.ReportAsync("unknown-item", "r1", Facts.Admit("unknown-item"));

        var answer = await _his.CheckAsync("unknown-item", Facts.Service("o1", "009999999999999"));

        Assert.Contains(answer.Findings, finding => finding.Rule == "unknown-item" && finding.Offender.OrderId == "o1");
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_gets_the_same_answer()
    {
        await _his.ReportAsync("twice", "r1", Facts.Admit("twice"));
        var first = await _his.PostAsync("twice", "r2", Facts.Charge("c1", StarterItems.Plain));

        var second = await _his.PostAsync("twice", "r2", Facts.Charge("c1", StarterItems.Plain));

        Assert.Equal(first, second);
        Assert.Equal(1, (await _his.DescribeAsync("twice")).ChargeLines);
    }

    [Fact]
    public async Task The_same_line_in_another_request_is_recorded_once_and_said_so()
    {
        await _his.ReportAsync("again", "r1", Facts.Admit("again"));
        await _his.PostAsync("again", "r2", Facts.Charge("c1", StarterItems.Plain));

        var receipt = await _his.PostAsync("again", "r3", Facts.Charge("c1", StarterItems.Plain), Facts.Charge("c2", StarterItems.Plain));

        Assert.Equal("c1", Assert.Single(receipt.AlreadyRecorded));
        Assert.Equal(1, receipt.Recorded);
        Assert.Equal((2, "21.00"), ((await _his.DescribeAsync("again")).ChargeLines, (await _his.DescribeAsync("again")).Totals.Total));
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_by_name()
    {
        await _his.ReportAsync("reused", "r1", Facts.Admit("reused"));
        await _his.PostAsync("reused", "r2", Facts.Charge("c1", StarterItems.Plain, 10m));

        var refusal = await Refusal.OfAsync(
            () => _his.PostAsync("reused", "r3", Facts.Charge("c1", StarterItems.Plain, 11m), Facts.Charge("c2", StarterItems.Plain)));

        Assert.Equal((StatusCode.AlreadyExists, "id_reused"), (refusal.Code, refusal.Reason));
        Assert.Contains("c1", refusal.Message);
        Assert.Equal((1, "10.00"), ((await _his.DescribeAsync("reused")).ChargeLines, (await _his.DescribeAsync("reused")).Totals.Total));
    }

    [Fact]
    public async Task The_same_request_id_with_other_content_is_refused_by_name()
    {
        await _his.ReportAsync("reused-request", "r1", Facts.Admit("reused-request"));
        await _his.PostAsync("reused-request", "r2", Facts.Charge("c1", StarterItems.Plain));

        var refusal = await Refusal.OfAsync(() => _his.PostAsync("reused-request", "r2", Facts.Charge("c2", StarterItems.Plain)));

        Assert.Equal((StatusCode.AlreadyExists, "request_id_reused"), (refusal.Code, refusal.Reason));
        Assert.Contains("r2", refusal.Message);
    }

    [Fact]
    public async Task A_lower_revision_is_ignored_and_said_so()
    {
        await _his.ReportAsync("revised", "r1", Facts.Admit("revised", sex: Sex.Male, revision: 2));

        var receipt = await _his.ReportAsync("revised", "r2", Facts.Admit("revised", sex: Sex.Female, revision: 1));

        Assert.Equal("adm", Assert.Single(receipt.IgnoredLowerRevision));
        Assert.Equal(0, receipt.Recorded);
    }

    [Fact]
    public async Task The_same_revision_with_other_content_is_refused_by_name()
    {
        await _his.ReportAsync("same-revision", "r1", Facts.Admit("same-revision", revision: 1));

        var refusal = await Refusal.OfAsync(() => _his.ReportAsync("same-revision", "r2", Facts.Admit("same-revision", revision: 1, bed: "02")));

        Assert.Equal((StatusCode.AlreadyExists, "id_reused"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task A_charge_after_discharge_is_recorded_and_found()
    {
        await _his.ReportAsync("outside", "r1", Facts.Admit("outside"), Facts.Discharge(Facts.AdmittedAt.AddHours(12)));

        var receipt = await _his.PostAsync("outside", "r2", Facts.Charge("c1", StarterItems.Plain, at: Facts.Now.AddMinutes(-5)));

        Assert.Contains(receipt.Findings, finding => finding.Rule == "charge-outside-stay" && finding.Offender.ChargeId == "c1");
        Assert.Equal(1, (await _his.DescribeAsync("outside")).ChargeLines);
    }

    [Fact]
    public async Task A_charge_before_admission_is_recorded_and_found()
    {
        await _his.ReportAsync("before", "r1", Facts.Admit("before"));

        var receipt = await _his.PostAsync("before", "r2", Facts.Charge("c1", StarterItems.Plain, at: Facts.AdmittedAt.AddDays(-30)));

        Assert.Contains(receipt.Findings, finding => finding.Rule == "charge-outside-stay");
        Assert.Equal(1, (await _his.DescribeAsync("before")).ChargeLines);
    }

    [Fact]
    public async Task Fifty_orders_are_judged_in_one_call()
    {
        await _his.ReportAsync("fifty", "r1", Facts.Admit("fifty"));
        var orders = Enumerable.Range(1, 50)
            .Select(number => Facts.Service($"o{number}", number == 25 ? "009999999999999" : StarterItems.Plain))
            .ToList();

        var answer = await _his.CheckAsync("fifty", orders);
        var receipt = await _his.SignAsync("fifty", "r2", orders);

        Assert.NotEqual(CheckState.Unchecked, answer.State);
        Assert.Contains(answer.Findings, finding => finding.Offender.OrderId == "o25");
        Assert.Equal(50, receipt.Recorded);
        Assert.Equal(50, (await _his.DescribeAsync("fifty")).ActiveOrders);
    }
}
