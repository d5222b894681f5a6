using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Encounters;

public sealed class ParkingTests
{
    [Fact]
    public async Task Charges_before_the_admission_are_parked_and_counted_when_it_arrives()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");

        var early = await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 4));
        await patient.AdmittedAsync();
        var late = await patient.WriteAsync(Case.Charge("c2", Rulebook.Bed, 1, 5));

        Assert.Equal(["c1"], early.Parked);
        Assert.Empty(late.Parked);
        Assert.Equal(Money.FromYuan(9), await patient.TotalAsync());
    }

    [Fact]
    public async Task An_action_on_an_order_that_nobody_signed_yet_is_parked()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var receipt = await patient.WriteAsync(new OrderStopped("o1", null) { Id = "a1", OccurredAt = Ward.Morning.AddHours(1) });
        await patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.Bed)));

        Assert.Equal(["a1"], receipt.Parked);
        Assert.Equal(0, (await patient.DescribeAsync())!.ActiveOrders);
    }

    [Fact]
    public async Task A_charge_of_an_order_that_nobody_signed_yet_counts_at_once_and_says_that_it_waits_for_its_order()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        var early = await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 4) with { OrderId = "o1" });
        await patient.WriteAsync(Case.Signed(Case.Order("o1", Rulebook.Bed)));
        var late = await patient.WriteAsync(Case.Charge("c2", Rulebook.Bed, 1, 5) with { OrderId = "o1" });

        Assert.Equal(["c1"], early.Parked);
        Assert.Empty(late.Parked);
        Assert.Equal(Money.FromYuan(9), await patient.TotalAsync());
    }

    [Fact]
    public async Task What_came_under_an_unknown_mdtrt_id_is_joined_when_the_admission_brings_it()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        var parked = await ByAliasAsync(ward, "M1", "p1", Case.Charge("c1", Rulebook.Bed, 2, 4), Case.Refund("r1", "c1", -1, 4));

        await patient.AdmittedAsync("M1");
        var direct = await ByAliasAsync(ward, "M1", "p2", Case.Charge("c2", Rulebook.Bed, 1, 5));

        Assert.Equal(["c1", "r1"], parked.Parked);
        Assert.Empty(direct.Parked);
        Assert.Equal(Money.FromYuan(9), await patient.TotalAsync());
        await ward.RestartAsync();
        Assert.Equal(Money.FromYuan(9), await patient.TotalAsync());
    }

    [Fact]
    public async Task What_was_parked_while_the_alias_was_being_recorded_is_joined_too()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        var commit = ward.Ledger.HoldNextCommit();
        var parking = ByAliasAsync(ward, "M1", "p1", Case.Charge("c1", Rulebook.Bed, 1, 4));
        await commit.Begun;

        await patient.AdmittedAsync("M1");
        commit.LetGo();
        await parking;

        Assert.Equal(Money.FromYuan(4), await patient.TotalAsync());
    }

    [Fact]
    public async Task A_join_that_a_crash_cut_off_is_made_by_the_next_activation_and_once_only()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await ByAliasAsync(ward, "M1", "p1", Case.Charge("c1", Rulebook.Bed, 1, 4));
        ward.Ledger.AfterAppends(1, () => ward.Ledger.Down = true);
        await patient.AdmittedAsync("M1");
        ward.Ledger.Down = false;

        await ward.RestartAsync();
        var joined = await patient.TotalAsync();
        await ward.RestartAsync();

        Assert.Equal(Money.FromYuan(4), joined);
        Assert.Equal(Money.FromYuan(4), await patient.TotalAsync());
    }

    [Fact]
    public async Task A_second_visit_number_of_the_same_stay_is_merged_with_its_charges_but_not_its_admission()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        var twin = new Case(ward, "V2");
        await patient.AdmittedAsync();
        await twin.AdmittedAsync();
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 4));
        await twin.WriteAsync(Case.Charge("c2", Rulebook.Bed, 1, 5));

        await patient.WriteAsync(new Merged("V2", null) { Id = "m1", OccurredAt = Ward.Morning });

        var encounter = (await patient.DescribeAsync())!;
        Assert.Equal(Money.FromYuan(9), encounter.Total);
        Assert.True(encounter.Admitted);
    }

    [Fact]
    public async Task What_goes_on_under_a_merged_visit_number_is_joined_too_also_after_a_restart()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        var twin = new Case(ward, "V2");
        await twin.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 4));
        await patient.AdmittedAsync();
        await patient.WriteAsync(new Merged("V2", null) { Id = "m1", OccurredAt = Ward.Morning });

        await twin.WriteAsync(Case.Charge("c2", Rulebook.Bed, 1, 5));
        var before = await patient.TotalAsync();
        await ward.RestartAsync();
        await twin.WriteAsync(Case.Charge("c3", Rulebook.Bed, 1, 6));

        Assert.Equal(Money.FromYuan(9), before);
        Assert.Equal(Money.FromYuan(15), await patient.TotalAsync());
    }

    [Theory]
    [InlineData(null, null, "encounter")]
    [InlineData("mdtrt:M1", null, "encounter.visit_number")]
    public async Task An_encounter_has_to_be_named_well(string? visit, string? mdtrtId, string field)
    {
        await using var ward = await Ward.OpenAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => ward.Encounters.WriteAsync(
            Ward.His, new EncounterRef(visit, mdtrtId), new WriteRequest("r1", [Case.Admit()]), TestContext.Current.CancellationToken));

        Assert.Equal(field, refused.Field);
    }

    [Fact]
    public async Task Asking_about_an_encounter_that_nobody_reported_writes_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");

        await patient.CheckAsync(Case.Order("o1", Rulebook.Bed));

        Assert.Null(await patient.DescribeAsync());
        Assert.Null(await ward.Ledger.Store.FindEncounterAsync(new EncounterKey(Ward.HospitalCode, "V1"), TestContext.Current.CancellationToken));
    }

    private static Task<Core.Checks.WriteReceipt> ByAliasAsync(Ward ward, string mdtrtId, string requestId, params Fact[] facts) =>
        ward.Encounters.WriteAsync(Ward.His, new EncounterRef(null, mdtrtId), new WriteRequest(requestId, facts), TestContext.Current.CancellationToken);
}
