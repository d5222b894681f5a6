using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Grains.Charges;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Charges;

public sealed class ReconcileTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Ward.Morning.DateTime);

    [Fact]
    public async Task Equal_counts_and_sums_are_no_difference()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = await ChargedAsync(ward, "V1");

        Assert.Empty(await CompareAsync(ward, patient.Ref, null, new("", "", 3, Money.FromYuan(21)), new("", "02", 2, Money.FromYuan(13)), new("", "05", 1, Money.FromYuan(8))));
    }

    [Fact]
    public async Task A_fen_or_a_line_too_few_is_named_with_both_sides()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = await ChargedAsync(ward, "V1");

        var differences = await CompareAsync(ward, patient.Ref, null, new("V1", "02", 3, Money.FromYuan(13.01m)), new("V1", "05", 1, Money.FromYuan(8)));

        Assert.Equal(new ReconcileDifference("V1", "02", 3, 2, Money.FromYuan(13.01m), Money.FromYuan(13)), Assert.Single(differences));
    }

    [Fact]
    public async Task A_day_is_the_hospitals_and_an_encounter_that_the_his_does_not_name_is_a_difference()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await ChargedAsync(ward, "V1");
        var other = await ChargedAsync(ward, "V2");
        await other.WriteAsync(Case.Charge("late", Rulebook.Bed, 1, 5) with { OccurredAt = Ward.Morning.AddHours(16) });

        var differences = await CompareAsync(ward, null, Today, new("V1", "", 3, Money.FromYuan(21)), new("V3", "", 1, Money.FromYuan(1)));

        Assert.Equal(
            [new("V3", "", 1, 0, Money.FromYuan(1), Money.Zero), new("V2", "", 0, 3, Money.Zero, Money.FromYuan(21))],
            differences);
    }

    [Fact]
    public async Task Charges_that_were_parked_or_merged_and_joined_are_counted_once()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        await ward.Encounters.WriteAsync(
            Ward.His, new EncounterRef(null, "M1"), new WriteRequest("p1", [Case.Charge("c1", Rulebook.Bed, 1, 4)]), TestContext.Current.CancellationToken);
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync("M1");
        await new Case(ward, "V2").WriteAsync(Case.Charge("c2", Rulebook.Bed, 1, 5));
        await patient.WriteAsync(new Merged("V2", null) { Id = "m1", OccurredAt = Ward.Morning });

        Assert.Empty(await CompareAsync(ward, null, Today, new ReconcileLine("V1", "", 2, Money.FromYuan(9))));
    }

    [Fact]
    public async Task Neither_encounter_nor_day_is_refused()
    {
        await using var ward = await Ward.OpenAsync();

        await Assert.ThrowsAsync<RefusedException>(() => CompareAsync(ward, null, null));
    }

    private static async Task<Case> ChargedAsync(Ward ward, string visit)
    {
        var patient = new Case(ward, visit);
        await patient.AdmittedAsync();
        await patient.WriteAsync(
            Case.Charge("c1", Rulebook.Bed, 2, 8), Case.Charge("c2", Rulebook.ForWomen, 1, 8), Case.Refund("r1", "c1", -1, 3));
        return patient;
    }

    private static Task<IReadOnlyList<ReconcileDifference>> CompareAsync(Ward ward, EncounterRef? encounter, DateOnly? day, params ReconcileLine[] lines) =>
        ward.Encounters.ReconcileAsync(Ward.His, new ReconcileRequest(encounter, day, lines), TestContext.Current.CancellationToken);
}
