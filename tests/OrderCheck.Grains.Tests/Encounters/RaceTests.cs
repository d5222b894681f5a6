using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Encounters;

public sealed class RaceTests
{
    [Fact]
    public async Task The_loser_of_a_race_reads_again_and_its_write_succeeds_without_anything_double()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        ward.Ledger.BeforeNextAppend(unit => ward.AppendBehindAsync(unit.Encounter, Case.Charge("other", Rulebook.Bed, 1, 3)));

        var receipt = await patient.WriteAsync(Case.Charge("mine", Rulebook.Bed, 1, 4));

        Assert.Equal(3, receipt.LedgerSequence);
        Assert.Equal(Money.FromYuan(7), await patient.TotalAsync());
        Assert.Equal(3, (await ward.FactsAsync("V1")).Count);
    }

    [Fact]
    public async Task A_line_that_the_other_writer_recorded_first_is_not_recorded_again()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        ward.Ledger.BeforeNextAppend(unit => ward.AppendBehindAsync(unit.Encounter, Case.Charge("c1", Rulebook.Bed, 1, 4)));

        var receipt = await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 4));

        Assert.Equal(["c1"], receipt.AlreadyRecorded);
        Assert.Equal(Money.FromYuan(4), await patient.TotalAsync());
    }

    [Fact]
    public async Task Two_refunds_that_race_for_the_same_rest_do_not_both_win()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 4));
        ward.Ledger.BeforeNextAppend(unit => ward.AppendBehindAsync(unit.Encounter, Case.Refund("theirs", "c1", -1, 4) with { ItemCode = Rulebook.Bed }));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => patient.WriteAsync(Case.Refund("mine", "c1", -1, 4)));

        Assert.Equal("charges[0].quantity", refused.Field);
        Assert.Equal(Money.Zero, await patient.TotalAsync());
    }

    [Fact]
    public async Task What_another_silo_wrote_is_seen_by_a_check_after_five_seconds_at_most()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var number = await ward.Ledger.Store.FindEncounterAsync(new EncounterKey(Ward.HospitalCode, "V1"), TestContext.Current.CancellationToken);
        await ward.AppendBehindAsync(number!.Value, Case.Charge("other", Rulebook.Bed, 1, 3));
        Assert.Equal(Money.Zero, await patient.TotalAsync());

        ward.Time.Advance(EncounterMemory.Trusted);

        Assert.Equal(Money.FromYuan(3), await patient.TotalAsync());
        Assert.Equal(2, (await patient.CheckAsync(Case.Order("o1", Rulebook.Bed))).LedgerSequence);
    }

    [Fact]
    public async Task An_encounter_that_did_not_change_is_confirmed_without_reading_it_again()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var replays = ward.Ledger.Replays;

        ward.Time.Advance(EncounterMemory.Trusted);
        await patient.CheckAsync(Case.Order("o1", Rulebook.Bed));

        Assert.Equal(replays, ward.Ledger.Replays);
    }
}
