using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>重复用药: the same generic name, or too many of a class, at the same time.</summary>
public sealed class DuplicateTests
{
    private static readonly Rulebook ByName = Rulebook.With(("duplicate_limits", "item_code,level,except_items\n药品,同通用名,XB05*\n"));

    private static readonly Rulebook ByClass = Rulebook.With(("duplicate_limits", $"item_code,level,class_name,max_kinds,combined_items\nXB01AC*,同类,抗血小板药,1,{Items.ColdRemedy}\n"));

    private static readonly Order Ward = Ordered.Drug(Items.Aspirin, dose: new Quantity(100, "mg"), frequency: "qd", days: 5);

    [Fact]
    public void Another_makers_product_of_the_same_name_is_a_duplicate_and_both_are_named()
    {
        var order = Ordered.Drug(Items.SmallAspirin, day: 3, dose: new Quantity(100, "mg"), frequency: "qd", days: 5);

        var finding = Assert.Single(Inpatient.Male(62).Signed(Ward).Ordering(ByName, order).Findings);

        Assert.Equal("same-generic-name-in-use", finding.Rule);
        Assert.Equal((order.Id, Items.SmallAspirin), (finding.Offender?.OrderId, finding.Offender?.ItemCode));
        Assert.Equal((Ward.Id, Items.Aspirin), (finding.Counterpart?.OrderId, finding.Counterpart?.ItemCode));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Days_have_to_overlap(int day, bool found) =>
        Assert.Equal(found, Inpatient.Male(62).Signed(Ward).Ordering(ByName, Ordered.Drug(Items.SmallAspirin, day, frequency: "qd", days: 2)).Findings.Count == 1);

    [Fact]
    public void Two_of_one_call_are_told_once()
    {
        var other = Ordered.Drug(Items.SmallAspirin, frequency: "qd", days: 5);

        var finding = Assert.Single(Inpatient.Male(62).Ordering(ByName, Ward, other).Findings);
        Assert.NotNull(finding.Counterpart);
        Assert.Equal(finding.Key, Assert.Single(Inpatient.Male(62).Ordering(ByName, other, Ward).Findings).Key);
    }

    [Fact]
    public void The_same_order_judged_again_is_no_duplicate_of_itself() =>
        Assert.Empty(Inpatient.Male(62).Signed(Ward).Ordering(ByName, Stage.Order, Ward).Findings);

    [Fact]
    public void A_signed_draft_is_no_duplicate_of_its_draft() =>
        Assert.Empty(Inpatient.Male(62).Signed(Ward).Ordering(ByName, Ward with { Id = "final", DraftId = Ward.Id }).Findings);

    [Fact]
    public void A_skin_test_is_none()
    {
        var test = Ordered.Drug(Items.Aspirin) with { SkinTest = true };

        Assert.Empty(Inpatient.Male(62).Signed(test).Ordering(ByName, Ward).Findings);
        Assert.Empty(Inpatient.Male(62).Signed(Ward).Ordering(ByName, test).Findings);
    }

    [Fact]
    public void A_reissue_is_none_of_the_order_that_it_goes_on_with()
    {
        var open = Ward with { Days = null, LongTerm = true };
        var reissue = open with { Id = "reissue", StartAt = When.Day(3) };
        var patient = Inpatient.Male(62).Signed(open);
        var superseded = patient.With(new OrderSuperseded(open.Id, reissue.Id) { Id = "S1", OccurredAt = When.Day(4) });

        Assert.Single(patient.Ordering(ByName, reissue).Findings);
        Assert.Empty(superseded.Ordering(ByName, reissue).Findings);
    }

    [Theory]
    [InlineData("100", "老年科", false)]
    [InlineData("200", "老年科", true)]
    [InlineData("100", "心内科", true)]
    [InlineData("100", null, true)]
    public void The_consultants_continuation_is_the_same_order_from_another_department(string mg, string? department, bool found)
    {
        var patient = Inpatient.Male(62).Signed(Ward with { Department = "心内科" });
        var order = Ward with { Id = "consult", Department = department, Dose = new Quantity(decimal.Parse(mg, System.Globalization.CultureInfo.InvariantCulture), "mg") };

        Assert.Equal(found, patient.Ordering(ByName, order).Findings.Count == 1);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(16, false)]
    public void What_was_stopped_before_the_other_begins_is_a_change_of_drug(int hour, bool found)
    {
        var patient = Inpatient.Male(62).Signed(Ward).With(new OrderStopped(Ward.Id, null) { Id = "A1", OccurredAt = When.Day(2, 10) });

        Assert.Equal(found, patient.Ordering(ByName, Ordered.Drug(Items.SmallAspirin, frequency: "qd", days: 2) with { StartAt = When.Day(2, hour) }).Findings.Count == 1);
    }

    [Fact]
    public void A_first_dose_at_once_before_the_long_order_is_none_one_in_its_midst_is()
    {
        var at = (int hour) => Ordered.Drug(Items.Aspirin, frequency: "st") with { StartAt = When.Day(1, hour) };

        Assert.Empty(Inpatient.Male(62).Signed(at(8)).Ordering(ByName, Ward).Findings);
        Assert.Empty(Inpatient.Male(62).Signed(Ward).Ordering(ByName, at(8)).Findings);
        Assert.Single(Inpatient.Male(62).Signed(Ward).Ordering(ByName, at(12)).Findings);
        Assert.Single(Inpatient.Male(62).Signed(at(8)).Ordering(ByName, at(12)).Findings);
    }

    [Fact]
    public void What_the_patient_takes_home_does_not_double_what_the_ward_gives()
    {
        var home = Ordered.Drug(Items.Aspirin, day: 5, frequency: "qd", days: 7) with { DischargeMedication = true };

        Assert.Empty(Inpatient.Male(62).Signed(Ward).Ordering(ByName, home).Findings);
        Assert.Single(Inpatient.Male(62).Signed(home).Ordering(ByName, home with { Id = "again" }).Findings);
    }

    [Fact]
    public void An_infants_drugs_are_not_its_mothers()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male).Signed(Ward);

        Assert.Empty(mother.Ordering(ByName, Ward with { Id = "infant", InfantNo = "1" }).Findings);
    }

    [Fact]
    public void Solvents_are_in_every_infusion()
    {
        var bottle = Ordered.Drug(Items.Saline, frequency: "qd", days: 5);

        Assert.Empty(Inpatient.Male(62).Signed(bottle).Ordering(ByName, bottle with { Id = "second" }).Findings);
    }

    [Fact]
    public void A_cancelled_order_is_in_use_no_more()
    {
        var patient = Inpatient.Male(62).Signed(Ward).With(new OrderCancelled(Ward.Id, null) { Id = "A1", OccurredAt = When.Day(1, 11) });

        Assert.Empty(patient.Ordering(ByName, Ordered.Drug(Items.SmallAspirin, frequency: "qd", days: 2)).Findings);
    }

    [Fact]
    public void A_class_counts_generic_names_compounds_with_it()
    {
        var patient = Inpatient.Male(62).Signed(Ward);

        Assert.Equal(
            "【硫酸氢氯吡格雷片】与在用的【阿司匹林肠溶片】等同属抗血小板药，同时使用2种，一般不超过1种",
            Assert.Single(patient.Ordering(ByClass, Ordered.Drug(Items.Clopidogrel, frequency: "qd", days: 2)).Findings).Message);
        Assert.Single(patient.Ordering(ByClass, Ordered.Drug(Items.ColdRemedy, frequency: "qd", days: 2)).Findings);
        Assert.Empty(patient.Ordering(ByClass, Ordered.Drug(Items.SmallAspirin, frequency: "qd", days: 2)).Findings);
        Assert.Empty(patient.Ordering(ByClass, Ordered.Drug(Items.Clopidogrel, day: 6, frequency: "qd", days: 2)).Findings);
    }

    [Fact]
    public void Two_of_a_class_may_be_usual_and_three_not_each_counted_on_its_days()
    {
        var rules = Rulebook.With(("duplicate_limits", "item_code,level,class_name,max_kinds\nXB01AC*,同类,抗血小板药,2\n"));
        var patient = Inpatient.Male(62).Signed(Ward, Ordered.Drug(Items.SmallAspirin, frequency: "qd", days: 5));
        var (clopidogrel, ticagrelor) = (Ordered.Drug(Items.Clopidogrel, frequency: "qd", days: 9), Ordered.Drug(Items.Ticagrelor, day: 6, frequency: "qd", days: 2));

        Assert.Empty(patient.Ordering(rules, clopidogrel).Findings);
        Assert.Empty(patient.Signed(ticagrelor).Ordering(rules, clopidogrel).Findings);
        Assert.Single(patient.Signed(ticagrelor with { StartAt = When.Day(4) }).Ordering(rules, clopidogrel).Findings);
    }
}
