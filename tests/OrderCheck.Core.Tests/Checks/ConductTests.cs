using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Charges against the stay, against orders, and against who pays.</summary>
public sealed class ConductTests
{
    private static readonly Rulebook Windows = Rulebook.With(
        ("stay_windows", $"item_code,side,days,med_types,purpose\n*,入院前,0,,\n*,出院后,0,,\n*,请假,0,,\n*,入院前,3,24,急诊\n{Items.Monitor},入院前,7,28,入院前检查\n"));

    private static readonly Rulebook Orders = Rulebook.With(("charge_orders", "item_code,kinds\n*,药品\n"));

    private static readonly Rulebook FeeTypes = Rulebook.With(
        ("fee_type_changes", "to\n职工|居民\n"), ("insurance_limits", $"item_code,insurance\n{Items.Albumin},生育\n"));

    [Theory]
    [InlineData("21", 0, true)]
    [InlineData("21", 1, false)]
    [InlineData("24", -2, false)]
    [InlineData("24", -3, true)]
    public void A_charge_before_admission_is_found_beyond_the_window_of_its_kind_of_visit(string medType, int day, bool found)
    {
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, InsuType = "310", MedType = medType });

        var answer = patient.Charging(Windows, Billed.Line(Items.Nursing, 1, When.Day(day, 0)));

        Assert.Equal(found, answer.Findings.Any(finding => finding.Rule == "charge-outside-stay"));
    }

    [Theory]
    [InlineData(Items.Monitor, false)]
    [InlineData(Items.Nursing, true)]
    public void Tests_before_a_day_surgery_have_a_window_of_their_own(string item, bool found)
    {
        var patient = Inpatient.Admitted(new StayDetails { MedType = "28" });

        Assert.Equal(found, patient.Charging(Windows, Billed.Line(item, 1, When.Day(-6, 0))).Findings.Any());
    }

    [Fact]
    public void A_charge_after_discharge_and_one_during_leave_are_found_with_their_days()
    {
        var patient = Inpatient.Male(62)
            .With(new LeaveStarted("回家") { Id = "leave", OccurredAt = When.Day(3, 15) })
            .With(new LeaveEnded { Id = "back", OccurredAt = When.Day(5, 9) })
            .With(new Discharged("1") { Id = "out", OccurredAt = When.Day(10, 9) });

        Assert.Equal("【普通病房床位费】计费日期2026-03-13在出院后（出院日期2026-03-11），相差2天，允许0天",
            Assert.Single(patient.Charging(Windows, Billed.Line(Items.Bed, 1, 12)).Findings).Message);
        Assert.Equal([false, true, false], Enumerable.Range(3, 3).Select(day => patient.Charging(Windows, Billed.Line(Items.Bed, 1, day)).Findings.Count == 1));
        Assert.Equal("charge-outside-stay", Assert.Single(patient.Charged(Items.Bed, 1, day: 12).Auditing(Windows).Findings).Rule);
    }

    [Fact]
    public void A_code_that_no_catalogue_has_is_found_outside_the_stay_too() =>
        Assert.Contains(Inpatient.Male(62).Charging(Windows, Billed.Line("XZ99", 1, When.Day(-5, 0))).Findings, finding => finding.Rule == "charge-outside-stay");

    [Fact]
    public void A_drug_that_nobody_ordered_is_found_and_a_bed_is_not()
    {
        var patient = Inpatient.Male(62).Signed(Ordered.Service(Items.Nursing));

        var finding = Assert.Single(patient.Charging(Orders, Billed.Line(Items.Aspirin, 1, 2), Billed.Line(Items.Bed, 1, 2)).Findings);

        Assert.Equal(("charge-without-order", Items.Aspirin), (finding.Rule, finding.Offender!.ItemCode));
        Assert.DoesNotContain(DecisionKind.SelfPay, finding.AllowedDecisions);
    }

    [Fact]
    public void Where_the_his_reports_no_orders_or_not_this_one_yet_nobody_can_tell()
    {
        var unreported = Inpatient.Male(62).Charging(Orders, Billed.Line(Items.Aspirin, 1, 2));

        Assert.Empty(unreported.Findings);
        Assert.NotEqual(0, unreported.UndeterminedCount);
        Assert.Empty(Inpatient.Male(62).Signed(Ordered.Service(Items.Nursing)).Charging(Orders, Billed.Line(Items.Aspirin, 1, When.Day(2), order: "later")).Findings);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void More_than_was_ordered_is_found(int pieces, bool found)
    {
        var order = Piece(Ordered.Drug(Items.Aspirin, day: 1, frequency: "qd", days: 3));
        var patient = Inpatient.Male(62).Signed(order);

        Assert.Equal(found, patient.Charging(Orders, Billed.Line(Items.Aspirin, pieces, When.Day(3), order: order.Id)).Findings.Any());
        Assert.Equal(found, patient.Charged(Billed.Line(Items.Aspirin, pieces, When.Day(3))).Auditing(Orders).Findings.Any());
    }

    [Fact]
    public void What_was_taken_back_is_not_more_than_ordered()
    {
        var order = Piece(Ordered.Drug(Items.Aspirin, day: 1));
        var twice = Billed.Line(Items.Aspirin, 2, When.Day(1), order: order.Id);

        Assert.Single(Inpatient.Male(62).Signed(order).Charged(twice).Auditing(Orders).Findings);
        Assert.Empty(Inpatient.Male(62).Signed(order).Charged(twice).Charged(Billed.Refund(twice, 1)).Auditing(Orders).Findings);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_charge_after_the_day_on_which_its_order_was_stopped_is_found(int day, bool found)
    {
        var order = Piece(Ordered.Drug(Items.Aspirin, day: 1, frequency: "qd")) with { LongTerm = true };
        var patient = Inpatient.Male(62).Signed(order).With(new OrderStopped(order.Id, null) { Id = "stop", OccurredAt = When.Day(2, 15) });

        var findings = patient.Charging(Orders, Billed.Line(Items.Aspirin, 1, When.Day(day), order: order.Id)).Findings;

        Assert.Equal(found ? ["charge-after-the-orders-end"] : [], findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void A_re_issue_goes_on_where_its_order_was_stopped()
    {
        var first = Piece(Ordered.Drug(Items.Aspirin, day: 1, frequency: "qd", days: 5));
        var again = first with { Id = "again", StartAt = When.Day(3), Days = 3 };
        var patient = Inpatient.Male(62).Signed(first).With(new OrderSuperseded(first.Id, again.Id) { Id = "re", OccurredAt = When.Day(3, 8) }).Signed(again);

        Assert.Empty(patient.Charging(Orders, Billed.Line(Items.Aspirin, 1, When.Day(4), order: first.Id), Billed.Line(Items.Aspirin, 1, When.Day(4), order: again.Id)).Findings);
    }

    [Fact]
    public void Insurance_added_on_day_3_has_everything_charged_since_admission_judged_anew_and_listed()
    {
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Male });
        var (first, second) = (Billed.Line(Items.Albumin, 1, When.Day(1), price: 400), Billed.Line(Items.Bed, 1, When.Day(2), price: 50));
        patient = patient.Charged(first, second).Insured("310", 3).Charged(Items.Bed, 1, day: 4);

        var answer = patient.Auditing(FeeTypes);

        var listed = Assert.Single(answer.Findings, finding => finding.Rule == "fee-type-changed");
        Assert.Equal([first.Id, second.Id], listed.AlsoOrderIds);
        Assert.Equal("450.00", listed.Amount.ToString());
        Assert.Equal(first.Id, Assert.Single(answer.Findings, finding => finding.Rule == "insurance-does-not-pay").Offender!.ChargeId);
    }

    [Fact]
    public void A_line_that_was_charged_to_the_old_payer_is_judged_by_the_new_one()
    {
        var charge = Billed.Line(Items.Albumin, 1, When.Day(2), price: 400) with { Payer = "self_pay" };
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, InsuType = "self_pay" }).Charged(charge)
            .With(new InsuranceChanged("310", When.Day(1, 0)) { Id = "added", OccurredAt = When.Day(3) });

        Assert.Equal(["insurance-does-not-pay", "fee-type-changed"], patient.Auditing(FeeTypes).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void The_first_charge_after_a_change_says_so_and_the_next_does_not()
    {
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, InsuType = "self_pay" }).Charged(Items.Bed, 1, day: 1)
            .With(new InsuranceChanged("390", When.Day(1, 0)) { Id = "added", OccurredAt = When.Day(3) });

        Assert.Equal("费别自2026-03-02起变更为居民，此前已按原费别收费1笔，共10.00元，应按现费别重新审核",
            Assert.Single(patient.Charging(FeeTypes, Billed.Line(Items.Bed, 1, 4)).Findings).Message);
        Assert.Empty(patient.Charged(Items.Bed, 1, day: 4).Charging(FeeTypes, Billed.Line(Items.Bed, 1, 5)).Findings);
    }

    [Fact]
    public void A_charge_of_before_the_change_that_the_old_insurance_pays_is_not_listed()
    {
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, InsuType = "self_pay" }).Charged(Items.Bed, 1, day: 1).Insured("390", 3);

        Assert.Empty(patient.Auditing(FeeTypes).Findings);
        Assert.Empty(patient.Charging(FeeTypes, Billed.Line(Items.Bed, 1, 4)).Findings);
    }

    [Theory]
    [InlineData(1, 3, "30.00")]
    [InlineData(2, 2, "20.00")]
    [InlineData(3, 1, "10.00")]
    [InlineData(4, 0, null)]
    public void A_change_tells_of_the_charges_since_it_took_effect_and_of_no_others(int day, int lines, string? amount)
    {
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, InsuType = "self_pay" })
            .Charged(Items.Bed, 1, day: 1).Charged(Items.Bed, 1, day: 2).Charged(Items.Nursing, 1, day: 3)
            .With(new InsuranceChanged("390", When.Day(day, 0)) { Id = "added", OccurredAt = When.Day(3, 20) });

        var messages = patient.Charging(FeeTypes, Billed.Line(Items.Bed, 1, 5)).Findings.Select(finding => finding.Message);

        Assert.Equal(amount is null ? [] : [$"费别自2026-03-0{1 + day}起变更为居民，此前已按原费别收费{lines}笔，共{amount}元，应按现费别重新审核"], messages);
    }

    [Theory]
    [InlineData(1, 3, "30.00")]
    [InlineData(2, 2, "20.00")]
    [InlineData(4, 0, null)]
    public void A_line_without_a_code_of_the_catalogue_is_among_them(int day, int lines, string? amount)
    {
        static OrderCheck.Core.Charges.Charge Own(int on) => Billed.Line(Items.Bed, 1, When.Day(on)) with { ItemCode = null, ItemHospitalCode = "own", ItemName = "院内项目" };
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, InsuType = "self_pay" })
            .Charged(Own(1)).Charged(Own(2)).Charged(Items.Nursing, 1, day: 3)
            .With(new InsuranceChanged("390", When.Day(day, 0)) { Id = "added", OccurredAt = When.Day(3, 20) });

        string[] told = [.. patient.Charging(FeeTypes, Billed.Line(Items.Bed, 1, 5)).Findings.Select(finding => finding.Message)];

        Assert.Equal(amount is null ? [] : [$"费别自2026-03-0{1 + day}起变更为居民，此前已按原费别收费{lines}笔，共{amount}元，应按现费别重新审核"], told);
    }

    [Fact]
    public void Who_came_insured_and_stays_so_has_nothing_listed() => Assert.Empty(Inpatient.Male(62).Charged(Items.Bed, 1).Auditing(FeeTypes).Findings);

    private static Order Piece(Order order) => order with { Quantity = new Quantity(1, "片") };
}
