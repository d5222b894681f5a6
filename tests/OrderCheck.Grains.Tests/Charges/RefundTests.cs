using OrderCheck.Core.Amounts;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Charges;

public sealed class RefundTests
{
    [Fact]
    public async Task Refunds_take_back_a_charge_until_nothing_is_left_of_it()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 3, 10));

        await patient.WriteAsync(Case.Refund("r1", "c1", -1, 10));
        await patient.WriteAsync(Case.Refund("r2", "c1", -2, 10));
        var beyond = await Assert.ThrowsAsync<RefusedException>(() => patient.WriteAsync(Case.Refund("r3", "c1", -0.0001m, 0)));

        Assert.Equal("charges[0].quantity", beyond.Field);
        Assert.Equal(Money.Zero, await patient.TotalAsync());
        Assert.Equal(3, (await patient.DescribeAsync())!.ChargeLines);
    }

    [Fact]
    public async Task A_refund_may_come_before_its_original_in_the_same_call_and_takes_over_its_item()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();

        await patient.WriteAsync(Case.Refund("r1", "c1", -1, 10), Case.Charge("c1", Rulebook.Bed, 3, 10));

        var encounter = (await patient.DescribeAsync())!;
        Assert.Equal(Money.FromYuan(20), encounter.Total);
        Assert.Equal(Money.FromYuan(20), Assert.Single(encounter.ByCategory, sum => sum.Key == "02").Value);
    }

    [Fact]
    public async Task One_fen_more_than_the_original_is_refused_and_nothing_of_the_call_is_written()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 3, 10));

        var beyond = await Assert.ThrowsAsync<RefusedException>(() => patient.WriteAsync(
            Case.Charge("c2", Rulebook.Bed, 1, 5),
            Case.Refund("r1", "c1", -2, 10),
            Case.Refund("r2", "c1", -1, 10.01m)));

        Assert.Equal("charges[2].amount", beyond.Field);
        Assert.Equal(Money.FromYuan(30), await patient.TotalAsync());
    }

    [Theory]
    [InlineData("nothing", "charges[0].refund_of")]
    [InlineData("r1", "charges[0].refund_of")]
    public async Task A_refund_of_what_is_no_charge_is_refused_by_its_field(string original, string field)
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 3, 10), Case.Refund("r1", "c1", -1, 10));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => patient.WriteAsync(Case.Refund("r2", original, -1, 10)));

        Assert.Equal(field, refused.Field);
    }

    [Fact]
    public async Task A_negative_line_without_an_original_is_refused()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, -1, 10)));

        Assert.Equal("charges[0].refund_of", refused.Field);
    }

    [Fact]
    public async Task A_refund_sent_again_under_another_request_is_recorded_once()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Case.Charge("c1", Rulebook.Bed, 1, 10));
        await patient.WriteAsync(Case.Refund("r1", "c1", -1, 10));

        var again = await patient.WriteAsync(Case.Refund("r1", "c1", -1, 10));

        Assert.Equal(["r1"], again.AlreadyRecorded);
        Assert.Equal(0, again.Recorded);
        Assert.Equal(Money.Zero, await patient.TotalAsync());
    }
}
