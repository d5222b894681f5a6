using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Two items that must not be charged together.</summary>
public sealed class ExclusivePairTests
{
    [Fact]
    public void Both_in_one_call_are_told_once_and_both_are_named()
    {
        var answer = Inpatient.Male(62).Ordering(Pair("单日"), Ordered.Service(Items.Moxibustion), Ordered.Service(Items.Acupuncture));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal(Items.Acupuncture, finding.Offender!.ItemCode);
        Assert.Equal(Items.Moxibustion, finding.Counterpart!.ItemCode);
        Assert.Equal("灸法", finding.Counterpart.ItemName);
        Assert.NotNull(finding.Counterpart.OrderId);
        Assert.Equal("【普通针刺】与【灸法】不得同时收费（单日）", finding.Message);
    }

    [Theory]
    [InlineData(Items.Acupuncture, Items.Moxibustion)]
    [InlineData(Items.Moxibustion, Items.Acupuncture)]
    public void Whichever_comes_last_is_found(string first, string last)
    {
        var patient = Inpatient.Male(62).Charged(first, 1);

        Assert.Equal(first, Assert.Single(patient.Charging(Pair("单日"), Billed.Line(last, 1, day: 1)).Findings).Counterpart!.ItemCode);
        Assert.Equal(first, Assert.Single(patient.Ordering(Pair("单日"), Ordered.Service(last)).Findings).Counterpart!.ItemCode);
    }

    [Fact]
    public void A_signed_order_is_the_counterpart_before_it_is_charged()
    {
        var signed = Ordered.Service(Items.Moxibustion);

        var finding = Assert.Single(Inpatient.Male(62).Signed(signed).Ordering(Pair("单日"), Ordered.Service(Items.Acupuncture)).Findings);

        Assert.Equal(signed.Id, finding.Counterpart!.OrderId);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void The_same_day_is_the_calendars(int hour, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Moxibustion, 1, When.Day(1, 0)));

        Assert.Equal(found, patient.Charging(Pair("单日"), Billed.Line(Items.Acupuncture, 1, When.Day(1, 0).AddHours(hour))).Findings.Count == 1);
    }

    [Theory]
    [InlineData(-361, false)]
    [InlineData(-360, true)]
    [InlineData(359, true)]
    [InlineData(360, true)]
    [InlineData(361, false)]
    public void Six_hours_include_the_last_minute_before_and_after(int minutes, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Moxibustion, 1, When.Day(2, 12)));

        Assert.Equal(found, patient.Charging(Pair("6小时"), Billed.Line(Items.Acupuncture, 1, When.Day(2, 12).AddMinutes(minutes))).Findings.Count == 1);
    }

    [Theory]
    [InlineData(12, 59, true)]
    [InlineData(13, 0, false)]
    [InlineData(11, 59, false)]
    public void The_same_hour_is_the_clocks(int hour, int minute, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Moxibustion, 1, When.Day(2, 12)));

        Assert.Equal(found, patient.Charging(Pair("同一小时"), Billed.Line(Items.Acupuncture, 1, When.Day(2, hour, minute))).Findings.Count == 1);
    }

    [Fact]
    public void A_stay_is_one_window()
    {
        var patient = Inpatient.Male(62).Charged(Items.Moxibustion, 1, day: 1);

        Assert.Single(patient.Charging(Pair("单次就诊"), Billed.Line(Items.Acupuncture, 1, day: 30)).Findings);
    }

    [Fact]
    public void Every_execution_is_looked_at_where_hours_count()
    {
        // Acupuncture at 8:00 and 16:00; moxibustion at 20:00 is within six hours of the second only.
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Moxibustion, 1, When.Day(1, 20)));
        var order = Ordered.Service(Items.Acupuncture, frequency: "bid", days: 1) with { StartAt = When.Day(1, 8) };

        Assert.Single(patient.Ordering(Pair("6小时"), order).Findings);
    }

    [Fact]
    public void A_counterpart_that_was_taken_back_is_none()
    {
        var charge = Billed.Line(Items.Moxibustion, 1, day: 1);
        var patient = Inpatient.Male(62).Charged(charge);

        Assert.Empty(patient.Charged(Billed.Refund(charge, 1)).Charging(Pair("单日"), Billed.Line(Items.Acupuncture, 1, day: 1)).Findings);
        Assert.Single(patient.Charged(Billed.Refund(charge, 0.5m)).Charging(Pair("单日"), Billed.Line(Items.Acupuncture, 1, day: 1)).Findings);
    }

    [Fact]
    public void The_mothers_item_is_no_counterpart_of_her_infants()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Core.Encounters.Sex.Male).Charged(Items.Moxibustion, 1);

        Assert.Empty(mother.Charging(Pair("单日"), Billed.Line(Items.Acupuncture, 1, day: 1) with { InfantNo = "1" }).Findings);
    }

    [Fact]
    public void Items_that_the_map_bills_for_an_order_are_looked_at()
    {
        var rules = Pair("单日").Mapping("order_charges", $"order_code,item_code,quantity,unit,per\nTCM01,{Items.Acupuncture},1,次,次\n");
        var order = Ordered.Service(Items.Acupuncture) with { ItemCode = null, ItemHospitalCode = "TCM01" };

        Assert.Equal(order.Id, Assert.Single(Inpatient.Male(62).Charged(Items.Moxibustion, 1).Ordering(rules, order).Findings).Offender!.OrderId);
    }

    private static Rulebook Pair(string window) => Rulebook.With(("exclusive_pairs",
        $"item_code,item_name,other_code,other_name,window\n{Items.Acupuncture},普通针刺,{Items.Moxibustion},灸法,{window}\n"));
}
