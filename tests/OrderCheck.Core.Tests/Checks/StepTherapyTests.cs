using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Tests.Patients;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>限二线、阶梯用药: paid once the first line was tried or is not tolerated.</summary>
public sealed class StepTherapyTests
{
    private static readonly Rulebook AfterAspirin = Rows($"{Items.Albumin},阿司匹林肠溶片|维生素C,{Items.Aspirin}|XA11G*,7,Z88.6|T88.7,,,");

    [Fact]
    public void Second_line_without_the_first_is_found_where_the_days_are_all_of_this_stay()
    {
        var answer = Ask(Inpatient.Male(62), day: 10);

        var finding = Assert.Single(answer);
        Assert.Equal("second-line-before-first", finding.Rule);
        Assert.Equal("【人血白蛋白】限二线使用，此前7天内没有使用一线项目（阿司匹林肠溶片、维生素C）的记录，也没有不能耐受的记录", finding.Message);
        Assert.Equal([DecisionKind.Withdrawn, DecisionKind.Changed, DecisionKind.SelfPay, DecisionKind.MeetsLimit], finding.AllowedDecisions);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void Where_the_days_reach_back_before_the_stay_nobody_can_tell(int day, bool undetermined)
    {
        var finding = Assert.Single(Ask(Inpatient.Male(62), day));

        Assert.Equal(undetermined, finding.Undetermined);
        Assert.Equal(undetermined ? ["firstLine.Used"] : [], finding.MissingInputs);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void The_first_line_counts_on_earlier_days_up_to_the_number_of_days_back(int usedOn, bool found) =>
        Assert.Equal(found, Ask(Inpatient.Male(62).Charged(Items.Aspirin, 1, usedOn), day: 10).Count == 1);

    [Theory]
    [InlineData(-5, false)]
    [InlineData(-6, true)]
    public void Where_the_other_encounters_are_known_they_count_up_to_the_number_of_days_back(int usedOn, bool found)
    {
        var patient = Inpatient.Male(62).Knowing(Visited.Outpatient("V0", usedOn).Charged(Items.Vitamin, 1, usedOn));

        var findings = Ask(patient, day: 2);

        Assert.Equal(found, findings.Count == 1);
        Assert.DoesNotContain(findings, finding => finding.Undetermined);
    }

    [Fact]
    public void An_item_with_the_prefix_is_first_line_too() => Assert.Empty(Ask(Inpatient.Male(62).Charged(Items.Vitamin, 1, 9), day: 10));

    [Fact]
    public void A_signed_order_for_the_first_line_counts_as_planned_on_its_days() =>
        Assert.Empty(Ask(Inpatient.Male(62).Signed(Ordered.Drug(Items.Aspirin, day: 8, new Quantity(100, "mg"), "qd", 2)), day: 10));

    [Fact]
    public void What_was_taken_back_was_not_used()
    {
        var charge = Billed.Line(Items.Aspirin, 1, day: 9);

        Assert.Single(Ask(Inpatient.Male(62).Charged(charge, Billed.Refund(charge, 1)), day: 10));
    }

    [Fact]
    public void First_and_second_line_in_one_call_are_no_steps() =>
        Assert.Single(Inpatient.Male(62).OrderingAt(When.Day(10), AfterAspirin, Ordered.Drug(Items.Albumin, 10), Ordered.Drug(Items.Aspirin, 10)).Findings);

    [Theory]
    [InlineData("阿司匹林", true)]
    [InlineData("青霉素", false)]
    public void A_recorded_allergy_to_the_first_line_documents_that_it_is_not_tolerated(string substance, bool passes) =>
        Assert.Equal(passes, Ask(Inpatient.Male(62).Allergic(substance), day: 10).Count == 0);

    [Theory]
    [InlineData("Z88.600", false, true)]
    [InlineData("Z88.600", true, false)]
    [InlineData("Z88.000", false, false)]
    public void So_does_a_diagnosis_that_the_row_names_unless_it_is_only_suspected(string code, bool suspected, bool passes) =>
        Assert.Equal(passes, Ask(Inpatient.Male(62).Diagnosed(code, suspected: suspected), day: 10).Count == 0);

    [Fact]
    public void An_infant_that_was_born_here_has_no_history_elsewhere()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male, day: 2);
        var order = Ordered.Drug(Items.Albumin, 3) with { InfantNo = "1" };

        Assert.False(Assert.Single(mother.OrderingAt(When.Day(3), AfterAspirin, order).Findings).Undetermined);
    }

    [Fact]
    public void First_line_items_that_were_mapped_here_give_a_suspicion_on_trial()
    {
        var rules = Rows($"{Items.Albumin},阿司匹林肠溶片,{Items.Aspirin},7,,张三,2026-01-31,");

        var finding = Assert.Single(Inpatient.Male(62).OrderingAt(When.Day(10), rules, Ordered.Drug(Items.Albumin, 10)).Findings);

        Assert.Equal(("second-line-before-first-as-coded-here", Severity.Suspicion, true), (finding.Rule, finding.Severity, finding.Trial));
    }

    private static IReadOnlyList<Finding> Ask(Inpatient patient, int day) =>
        patient.OrderingAt(When.Day(day), AfterAspirin, Ordered.Drug(Items.Albumin, day)).Findings;

    private static Rulebook Rows(string rows) =>
        Rulebook.With(("step_therapy", $"item_code,first_line,first_line_codes,within_days,intolerance_codes,coded_by,coded_on,confirmed_by\n{rows}\n"));
}
