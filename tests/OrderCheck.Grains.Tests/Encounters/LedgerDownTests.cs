using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Tests.Encounters;

public sealed class LedgerDownTests
{
    [Fact]
    public async Task While_the_ledger_is_away_writes_are_refused_checks_go_on_and_say_so_and_both_recover()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        ward.Ledger.Down = true;

        var refused = await Assert.ThrowsAsync<LedgerUnavailableException>(() => patient.RequestAsync("post", Case.Charge("c1", Rulebook.Bed, 1, 4)));
        var during = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        ward.Ledger.Down = false;
        ward.Time.Advance(EncounterMemory.RetryPause);
        var after = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        var receipt = await patient.RequestAsync("post", Case.Charge("c1", Rulebook.Bed, 1, 4));

        Assert.Equal("store_down", refused.Reason);
        Assert.Equal(CheckState.Partial, during.State);
        Assert.Equal("ledger_unavailable", Assert.Single(during.StateReasons).Code);
        Assert.Single(during.Findings);
        Assert.Equal(CheckState.Complete, after.State);
        Assert.Equal(1, receipt.Recorded);
        Assert.Equal(Money.FromYuan(4), await patient.TotalAsync());
    }

    [Fact]
    public async Task An_encounter_that_cannot_be_read_is_unchecked_until_it_can()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await ward.RestartAsync();
        ward.Ledger.Down = true;

        var during = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        await Assert.ThrowsAsync<LedgerUnavailableException>(patient.DescribeAsync);
        ward.Ledger.Down = false;
        ward.Time.Advance(EncounterMemory.RetryPause);
        var after = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));

        Assert.Equal(CheckState.Unchecked, during.State);
        Assert.Equal("ledger_unavailable", Assert.Single(during.StateReasons).Code);
        Assert.Equal(CheckState.Complete, after.State);
        Assert.Single(after.Findings);
    }

    [Fact]
    public async Task A_check_that_names_only_an_mdtrt_id_is_answered_without_the_ledger_too()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        ward.Ledger.Down = true;

        var answer = await ward.Encounters.CheckAsync(
            Ward.His, new EncounterRef(null, "M1"), new CheckRequest([Case.Order("o1", Rulebook.Bed)], Stage.Order), TestContext.Current.CancellationToken);

        Assert.Equal(CheckState.Unchecked, answer.State);
    }

    [Fact]
    public async Task A_ledger_that_hangs_does_not_hold_a_check_up()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        ward.Time.Advance(EncounterMemory.Trusted);
        var reading = ward.Ledger.HoldNextHead();

        var check = patient.CheckAsync(Case.Order("o1", Rulebook.Bed));
        await reading.Begun;
        ward.Time.Advance(TimeSpan.FromSeconds(1));
        var answer = await check.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        reading.LetGo();

        Assert.Equal(CheckState.Partial, answer.State);
        Assert.Equal("ledger_unavailable", Assert.Single(answer.StateReasons).Code);
    }
}
