using OrderCheck.Core.Checks;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Findings;

public sealed class LateJudgementTests
{
    [Fact]
    public async Task A_signed_order_that_a_complete_check_covered_tells_nothing_again()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var draft = Case.Order("draft1", Rulebook.ForWomen);
        var check = await patient.CheckAsync(draft);

        var receipt = await patient.CitingAsync(check.CheckId, Case.Signed(draft with { Id = "o1", DraftId = "draft1" }));

        Assert.Equal(CheckState.Complete, receipt.State);
        Assert.Equal(1, receipt.Recorded);
        Assert.Empty((await ListAsync(ward)).Entries);
    }

    [Fact]
    public async Task A_check_is_still_known_to_its_signing_after_a_restart()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var order = Case.Order("o1", Rulebook.ForWomen);
        var check = await patient.CheckAsync(order);
        await ward.RestartAsync();

        var receipt = await patient.CitingAsync(check.CheckId, Case.Signed(order));

        Assert.Empty(receipt.Findings);
        Assert.Empty((await ListAsync(ward)).Entries);
    }

    [Fact]
    public async Task An_order_signed_without_a_check_is_judged_in_its_turn_and_listed_for_its_doctor()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var receipt = await patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.ForWomen)), Case.Signed(Case.Order("o2", Rulebook.Bed)));

        Assert.Equal("o1", Assert.Single(receipt.Findings).Offender!.OrderId);
        var entry = Assert.Single((await ListAsync(ward)).Entries);
        Assert.Equal(("V1", "doc1", receipt.CheckId), (entry.VisitNumber, entry.Doctor, entry.Answer.CheckId));
        Assert.Equal(receipt.Findings[0].Key, Assert.Single(entry.Answer.Findings).Key);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Rescue_and_operation_are_informed_now_and_listed_to_be_justified_later_although_a_check_told_it(bool rescue, bool intraoperative)
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var order = Case.Order("o1", Rulebook.ForWomen) with { Rescue = rescue, Intraoperative = intraoperative };
        var check = await patient.CheckAsync(order);
        Assert.Equal(Core.Findings.Response.Inform, Assert.Single(check.Findings).Response);

        Assert.Empty((await patient.CitingAsync(check.CheckId, Case.Signed(order))).Findings);

        var listed = Assert.Single(Assert.Single((await ListAsync(ward)).Entries).Answer.Findings);
        Assert.Equal((check.Findings[0].Key, "o1"), (listed.Key, listed.Offender!.OrderId));
    }

    [Fact]
    public async Task An_order_that_was_changed_after_its_check_is_late()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var order = Case.Order("o1", Rulebook.Bed);
        var check = await patient.CheckAsync(order);

        var receipt = await patient.CitingAsync(check.CheckId, Case.Signed(order with { ItemCode = Rulebook.ForWomen }));

        Assert.Single(receipt.Findings);
        Assert.Single((await ListAsync(ward)).Entries);
    }

    [Fact]
    public async Task What_was_recorded_while_no_release_was_live_is_judged_when_one_is_and_listed_once()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var signed = await patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.ForWomen)));
        var posted = await patient.WriteAsync(Case.Charge("c1", Rulebook.ForWomen, 1, 8));

        ward.Swap(Rulebook.Release());
        var entries = await ward.UntilAsync(() => ListAsync(ward), page => page.Entries.Count > 0, "a late judgement");

        Assert.Equal((CheckState.Unchecked, CheckState.Unchecked), (signed.State, posted.State));
        var late = Assert.Single(entries.Entries);
        Assert.Contains(late.Answer.Findings, finding => finding.Offender?.OrderId == "o1" || finding.AlsoOrderIds.Contains("o1"));
        Assert.Contains(late.Answer.Findings, finding => finding.Offender?.ChargeId == "c1" || finding.AlsoOrderIds.Contains("c1"));
        Assert.Empty(await ward.Ledger.ListAwaitingJudgementAsync(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_waited_for_its_admission_is_judged_when_the_admission_arrives()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        var posted = await patient.WriteAsync(Case.Charge("c1", Rulebook.ForWomen, 1, 8));
        Assert.Equal("encounter_not_admitted", Assert.Single(posted.StateReasons).Code);

        await patient.AdmittedAsync();
        var entries = await ward.UntilAsync(() => ListAsync(ward), page => page.Entries.Count > 0, "a late judgement");

        Assert.Equal("c1", Assert.Single(Assert.Single(entries.Entries).Answer.Findings).Offender!.ChargeId);
    }

    [Fact]
    public async Task What_a_killed_silo_left_waiting_is_judged_after_the_next_start()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Case.Charge("c1", Rulebook.ForWomen, 1, 8));

        ward.Release = Rulebook.Release();
        await ward.RestartAsync();
        var entries = await ward.UntilAsync(() => ListAsync(ward), page => page.Entries.Count > 0, "a late judgement");

        Assert.Equal("c1", Assert.Single(Assert.Single(entries.Entries).Answer.Findings).Offender!.ChargeId);
    }

    [Fact]
    public async Task A_charge_that_was_refunded_before_it_was_judged_is_not_counted_against_anybody_twice()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 8), Case.Refund("r1", "c1", -1, 8));

        ward.Swap(Rulebook.Release());
        await ward.UntilAsync(
            () => ward.Ledger.ListAwaitingJudgementAsync(10, TestContext.Current.CancellationToken), waiting => waiting.Count == 0, "the sweeper");

        Assert.Empty((await ListAsync(ward)).Entries);
    }

    private static Task<LatePage> ListAsync(Ward ward) =>
        ward.Encounters.ListLateAsync(Ward.His with { Person = "doc1" }, null, 0, 0, TestContext.Current.CancellationToken);
}
