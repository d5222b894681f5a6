using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Charges;

public sealed class ChargeResolutionTests
{
    private static readonly Rulebook Rules = Rulebook.Empty.Mapping("item_map", $"hospital_code,item_code\nALB,{Items.Albumin}\n");

    [Fact]
    public void What_the_his_left_open_comes_from_the_dictionary_and_the_catalogue()
    {
        var charge = ChargeResolution.Resolve(Billed.Line(Items.Albumin, 1, 1) with { ItemCode = null, ItemHospitalCode = "ALB" }, Rules.Release, Rules.Dictionary);

        Assert.Equal((Items.Albumin, "人血白蛋白", "09", "02", 0.2m), (charge.ItemCode, charge.ItemName, charge.Category, charge.ItemClass, charge.OwnShareRatio));
        Assert.Equal("2.00", charge.OwnShare.ToString());
    }

    [Fact]
    public void What_the_his_said_stays()
    {
        var said = Billed.Line(Items.Albumin, 1, 1) with { ItemName = "白蛋白", Category = "05", ItemClass = "01", OwnShareRatio = 0 };

        Assert.Equal(said with { Unit = "瓶" }, ChargeResolution.Resolve(said, Rules.Release, Rules.Dictionary));
    }

    [Fact]
    public void A_code_that_maps_to_nothing_stays_open()
    {
        var charge = ChargeResolution.Resolve(Billed.Line("x", 1, 1) with { ItemCode = null, ItemHospitalCode = "NEW" }, Rules.Release, Rules.Dictionary);

        Assert.Equal((null, null), (charge.ItemCode, charge.Category));
    }

    [Fact]
    public void Without_a_release_the_mapping_still_counts() =>
        Assert.Equal(Items.Albumin, ChargeResolution.Resolve(
            Billed.Line("x", 1, 1) with { ItemCode = null, ItemHospitalCode = "ALB" }, null, Rules.Dictionary).ItemCode);

    [Fact]
    public void A_refund_is_of_what_the_original_was_at_the_originals_moment()
    {
        var original = ChargeResolution.Resolve(Billed.Line(Items.Albumin, 2, When.Day(3), 400, "O1") with { InfantNo = "1", SelfPay = true }, Rules.Release, Rules.Dictionary);
        var refund = new Charge
        {
            Id = "R",
            RefundOf = original.Id,
            Quantity = -1,
            UnitPrice = original.UnitPrice,
            Amount = Money.FromYuan(-400),
            OccurredAt = When.Day(9),
        };

        var resolved = ChargeResolution.ResolveRefund(refund, original);

        Assert.Equal((Items.Albumin, "O1", "1", true, "09", When.Day(3)),
            (resolved.ItemCode, resolved.OrderId, resolved.InfantNo, resolved.SelfPay, resolved.Category, resolved.RefundedOccurredAt!.Value));
        Assert.Equal(When.Day(9), resolved.OccurredAt);
        Assert.Equal("-400.00", resolved.OwnShare.ToString());
    }
}
