using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Number and quantity in a window of time.</summary>
public sealed class FrequencyTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_day_holds_what_is_charged_and_what_is_ordered(int charged, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Infusion, charged, When.Day(1, 8), order: "OTHER"));

        Assert.Equal(found, patient.Ordering(AtMost(3, "单日"), Ordered.Service(Items.Infusion)).Findings.Count == 1);
    }

    [Fact]
    public void A_draft_comes_on_top_of_charges_that_name_no_order_a_signed_order_does_not()
    {
        var order = Ordered.Service(Items.Infusion);
        var patient = Inpatient.Male(62).Charged(Items.Infusion, 3);

        Assert.Single(patient.Ordering(AtMost(3, "单日"), order).Findings);
        Assert.Empty(patient.Signed(order).Ordering(AtMost(3, "单日"), Stage.Order, order).Findings);
    }

    [Fact]
    public void The_finding_counts_the_day_and_names_the_amount()
    {
        var answer = Inpatient.Male(62).Ordering(AtMost(1, "单日"), Ordered.Service(Items.Infusion, frequency: "tid", days: 2));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal("【静脉输液】每日最多1次，含本次已达3次", finding.Message);
        Assert.Equal("60.00", finding.Amount.ToString());
        Assert.Equal([DecisionKind.Withdrawn, DecisionKind.Changed], finding.AllowedDecisions);
    }

    [Theory]
    [InlineData("bid", false)]
    [InlineData("tid", true)]
    public void An_order_is_judged_on_every_day_it_is_planned_for(string frequency, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Infusion, 1, When.Day(4), order: "OTHER"));

        var answer = patient.Ordering(AtMost(3, "单日"), Ordered.Service(Items.Infusion, frequency: frequency, days: 5));

        Assert.Equal(found, answer.Findings.Count == 1);
        Assert.True(!found || answer.Findings[0].Offender!.At!.Value.Day == 5, "The fourth day, 5 March, is the day that breaks the limit.");
    }

    [Fact]
    public void A_charge_of_an_order_is_not_counted_beside_the_orders_own_plan()
    {
        var order = Ordered.Service(Items.Infusion, frequency: "bid", days: 1);
        var patient = Inpatient.Male(62).Signed(order).Charged(Billed.Line(Items.Infusion, 1, When.Day(1, 11), order: order.Id));

        Assert.Empty(patient.Charging(AtMost(2, "单日"), Billed.Line(Items.Infusion, 1, When.Day(1, 17), order: order.Id)).Findings);
        Assert.Single(patient.Charging(AtMost(2, "单日"), Billed.Line(Items.Infusion, 2, When.Day(1, 17), order: order.Id)).Findings);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Of_charges_without_an_order_and_the_plan_the_greater_counts(int charged, bool found)
    {
        var patient = Inpatient.Male(62).Signed(Ordered.Service(Items.Infusion, frequency: "bid", days: 1));

        Assert.Equal(found, patient.Charging(AtMost(2, "单日"), Billed.Line(Items.Infusion, charged, day: 1)).Findings.Count == 1);
    }

    [Fact]
    public void A_returned_or_cancelled_order_is_no_longer_planned()
    {
        var order = Ordered.Service(Items.Infusion, frequency: "bid", days: 1);
        var patient = Inpatient.Male(62).Signed(order);
        var returned = patient.With(new OrderReturned(order.Id, "剂量不明") { Id = "A1", OccurredAt = When.Day(1) });

        Assert.Single(patient.Ordering(AtMost(2, "单日"), Ordered.Service(Items.Infusion)).Findings);
        Assert.Empty(returned.Ordering(AtMost(2, "单日"), Ordered.Service(Items.Infusion)).Findings);
    }

    [Fact]
    public void A_stopped_order_is_planned_up_to_its_stop()
    {
        var order = Ordered.Service(Items.Infusion, frequency: "qd", days: 5);
        var patient = Inpatient.Male(62).Signed(order).With(new OrderStopped(order.Id, null) { Id = "A1", OccurredAt = When.Day(3, 8) });

        Assert.Single(patient.Ordering(AtMost(1, "单日"), Ordered.Service(Items.Infusion, day: 2)).Findings);
        Assert.Empty(patient.Ordering(AtMost(1, "单日"), Ordered.Service(Items.Infusion, day: 3)).Findings);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Twenty_four_hours_run_across_midnight_and_end_with_their_last_minute(int minutesLater, bool found)
    {
        // 13 hours from 11:00, then 12 on the next day: 25 within 24 hours unless the second line comes a full day later.
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Oxygen, 13, When.Day(1, 11)));
        var charge = Billed.Line(Items.Oxygen, 12, When.Day(2, 10, 59).AddMinutes(minutesLater));

        Assert.Equal(found, patient.Charging(AtMost(24, "24小时", Items.Oxygen, "小时"), charge).Findings.Count == 1);
    }

    [Fact]
    public void A_late_line_is_found_in_the_window_that_a_later_use_ends()
    {
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Oxygen, 13, When.Day(2, 9)));

        Assert.Single(patient.Charging(AtMost(24, "24小时", Items.Oxygen, "小时"), Billed.Line(Items.Oxygen, 12, When.Day(1, 10))).Findings);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_week_is_Monday_to_Sunday(int day, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 3, day: 1);

        Assert.Equal(found, patient.Charging(AtMost(3, "周", Items.Acupuncture), Billed.Line(Items.Acupuncture, 1, day)).Findings.Count == 1);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_month_is_the_calendars(int day, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 3, day: 1);

        Assert.Equal(found, patient.Charging(AtMost(3, "月", Items.Acupuncture), Billed.Line(Items.Acupuncture, 1, day)).Findings.Count == 1);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void A_charge_that_comes_late_is_counted_with_those_of_the_days_after_it(int already, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 3, day: already);

        Assert.Equal(found, patient.Charging(AtMost(3, "N天", Items.Acupuncture, periodDays: 5), Billed.Line(Items.Acupuncture, 1, day: 1)).Findings.Count == 1);
    }

    [Fact]
    public void What_is_planned_for_later_counts_for_an_order_before_it_and_not_for_a_charge()
    {
        var patient = Inpatient.Male(62).Signed(Ordered.Service(Items.Acupuncture, quantity: 3) with { Id = "later", StartAt = When.Day(4, 9) });
        var rules = AtMost(3, "N天", Items.Acupuncture, periodDays: 5);

        Assert.Single(patient.Ordering(rules, Ordered.Service(Items.Acupuncture, quantity: 1)).Findings);
        Assert.Empty(patient.Charging(rules, Billed.Line(Items.Acupuncture, 1, day: 2)).Findings);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void N_days_end_with_the_day_of_use(int day, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 3, day: 1);

        Assert.Equal(found, patient.Charging(AtMost(3, "N天", Items.Acupuncture, periodDays: 5), Billed.Line(Items.Acupuncture, 1, day)).Findings.Count == 1);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_stay_counts_from_admission_on(int quantity, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Items.Stent, 2, day: 1);

        Assert.Equal(found, patient.Charging(AtMost(4, "单次住院", Items.Stent, "个"), Billed.Line(Items.Stent, quantity, day: 15)).Findings.Count == 1);
    }

    [Fact]
    public void What_is_planned_for_later_days_does_not_make_todays_charge_wrong()
    {
        var order = Ordered.Service(Items.Acupuncture, frequency: "qd", days: 6);
        var rules = AtMost(3, "周", Items.Acupuncture);
        var patient = Inpatient.Male(62);

        Assert.Single(patient.Ordering(rules, order).Findings);
        Assert.Empty(patient.Signed(order).Charging(rules, Billed.Line(Items.Acupuncture, 1, When.Day(1), order: order.Id)).Findings);
    }

    [Fact]
    public void A_refund_makes_room_on_the_day_of_the_charge_it_refunds()
    {
        var charge = Billed.Line(Items.Acupuncture, 1, day: 1);
        var patient = Inpatient.Male(62).Charged(charge);
        var rules = AtMost(1, "单日", Items.Acupuncture);

        Assert.Single(patient.Charging(rules, Billed.Line(Items.Acupuncture, 1, day: 1)).Findings);
        Assert.Empty(patient.Charged(Billed.Refund(charge, 1)).Charging(rules, Billed.Line(Items.Acupuncture, 1, day: 1)).Findings);
    }

    [Fact]
    public void An_infants_use_is_not_its_mothers()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Core.Encounters.Sex.Female).Charged(Billed.Line(Items.Nursing, 1, day: 1));
        var rules = AtMost(1, "单日", Items.Nursing, "日");

        Assert.Empty(mother.Charging(rules, Billed.Line(Items.Nursing, 1, day: 1) with { InfantNo = "1" }).Findings);
        Assert.Single(mother.Charging(rules, Billed.Line(Items.Nursing, 1, day: 1)).Findings);
    }

    [Fact]
    public void A_reissued_order_does_not_double_what_it_continues()
    {
        var old = Ordered.Service(Items.Acupuncture, frequency: "qd", days: 5);
        var reissue = old with { Id = old.Id + "-new" };
        var rules = AtMost(1, "单日", Items.Acupuncture);
        var patient = Inpatient.Male(62).Signed(old)
            .Charged(Billed.Line(Items.Acupuncture, 1, When.Day(1), order: old.Id))
            .With(new OrderSuperseded(old.Id, reissue.Id) { Id = "S1", OccurredAt = When.Day(2, 8) })
            .Signed(reissue);

        Assert.Empty(patient.Ordering(rules, Stage.Order, reissue).Findings);
        Assert.Empty(patient.Charging(rules, Billed.Line(Items.Acupuncture, 1, When.Day(2), order: reissue.Id)).Findings);
    }

    private static Rulebook AtMost(decimal quantity, string window, string item = Items.Infusion, string unit = "次", int? periodDays = null) =>
        Rulebook.With(("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{item},{quantity},{unit},{window},{periodDays}\n"));
}
