using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Patients;

/// <summary>What rules are told of the patient's other encounters beside this one.</summary>
public sealed class HistoryFactsTests
{
    private static readonly Visited[] Before = [Visited.Inpatient("V0", admitted: -30, discharged: -20).Charged(Items.Albumin, 4, day: -25)];

    [Theory]
    [InlineData("history.InYear() > 4.9", true)]
    [InlineData("history.InYear() > 5", false)]
    [InlineData("history.InDays(27) == 5", true)]
    [InlineData("history.InDays(26) == 1", true)]
    [InlineData("history.InWeek() == 1", true)]
    [InlineData("history.DistinctDaysIn(27) == 2", true)]
    [InlineData("history.DistinctDaysIn(26) == 1", true)]
    [InlineData("history.DistinctDaysInYear() == 2", true)]
    [InlineData("history.DaysSinceLast() == 26", true)]
    public void Uses_of_another_encounter_count_with_this_one(string expression, bool found) => Assert.Equal(found, Fires(expression, Before));

    [Theory]
    [InlineData("history.InDays(4) == 1", true)]
    [InlineData("history.InDays(5) == 3", true)]
    public void A_later_use_elsewhere_counts_where_one_span_holds_both(string expression, bool found) =>
        Assert.Equal(found, Fires(expression, Visited.Outpatient("V0", day: 5).Charged(Items.Albumin, 2, day: 5)));

    [Fact]
    public void Month_and_year_are_the_calendars()
    {
        Visited[] atNewYear = [Visited.Inpatient("V0", admitted: -62, discharged: -55).Charged(Items.Albumin, 2, day: -60).Charged(Items.Albumin, 3, day: -59)];

        Assert.Equal(new DateOnly(2025, 12, 31), DateOnly.FromDateTime(When.Day(-60).DateTime));
        Assert.True(Fires("history.InYear() == 4", atNewYear));
        Assert.True(Fires("history.InMonth() == 1", atNewYear));
        Assert.True(Fires("history.InDays(62) == 6", atNewYear));
    }

    [Fact]
    public void A_day_with_use_in_two_encounters_is_one_day_and_its_quantities_add_up()
    {
        Visited[] sameDay = [Visited.Outpatient("V0", day: 1).Charged(Items.Albumin, 2, day: 1)];

        Assert.True(Fires("history.OnDay() == 3 && history.DistinctDaysIn(10) == 1 && history.DaysSinceLast() == 0", sameDay));
    }

    [Fact]
    public void What_was_taken_back_was_not_used()
    {
        var charge = Billed.Line(Items.Albumin, 4, day: -10);
        Visited[] refunded = [Visited.Inpatient("V0", -20, -5).Charged(charge).Charged(Billed.Refund(charge, 4))];

        Assert.True(Fires("history.InYear() == 1 && history.DaysSinceLast() == 36500", refunded));
    }

    [Theory]
    [InlineData("history.UsedElsewhere(\"XB01ACA106A001010100001\", 30)", false)]
    [InlineData("history.UsedElsewhere(\"XB05*\", 25)", false)]
    [InlineData("history.UsedElsewhere(\"XB05*\", 26)", true)]
    [InlineData("history.UsedElsewhere(\"XA01、XB05AAR043B002010100001\", 26)", true)]
    [InlineData("history.UsedElsewhere(\"XB05AAR\", 26)", false)]
    public void Earlier_use_of_any_of_several_items_is_looked_for(string expression, bool found) =>
        Assert.Equal(found, Fires($"{expression} == true", Before));

    [Fact]
    public void Without_another_encounter_only_this_one_counts_and_nothing_is_missing()
    {
        var answer = Inpatient.Male(62).Knowing().Charging(Expression.Rule("history.InYear() > 1"), Billed.Line(Items.Albumin, 1, day: 1));

        Assert.Empty(answer.Findings);
        Assert.Equal((0, 1L), (answer.UndeterminedCount, answer.HistoryVersion));
    }

    [Fact]
    public void An_unknown_history_makes_a_rule_undetermined_and_names_what_is_missing()
    {
        var answer = Inpatient.Male(62).Charging(Expression.Rule("history.InYear() > 1"), Billed.Line(Items.Albumin, 1, day: 1));

        Assert.Equal((1, 0L), (answer.UndeterminedCount, answer.HistoryVersion));
        Assert.Equal(["history.InYear"], Assert.Single(answer.Findings).MissingInputs);
    }

    [Fact]
    public void Of_a_newborn_inside_its_mothers_encounter_nothing_else_is_known()
    {
        var charge = Billed.Line(Items.Albumin, 1, day: 2) with { InfantNo = "1" };

        var answer = Inpatient.Female(30).GaveBirth("1", Sex.Male).Knowing(Before).Charging(Expression.Rule("history.InYear() > 1"), charge);

        Assert.True(Assert.Single(answer.Findings).Undetermined);
    }

    [Fact]
    public void What_the_mothers_other_encounters_charged_for_an_infant_is_not_the_mothers()
    {
        Visited[] birth = [Visited.Inpatient("V0", -30, -20).Charged(Billed.Line(Items.Albumin, 4, day: -25) with { InfantNo = "1" })];

        Assert.True(Fires("history.InYear() == 1 && history.CostInYear() == 0", birth));
    }

    [Fact]
    public void The_year_costs_what_all_encounters_have_charged_in_it()
    {
        var patient = Inpatient.Male(62).Knowing([.. Before, Visited.Outpatient("V9", day: -70).Charged(Items.Vitamin, 9, day: -70)]).Charged(Items.Bed, 3, day: 1);

        Assert.NotEmpty(patient.Charging(Expression.Rule("history.CostInYear() == 70"), Billed.Line(Items.Albumin, 1, day: 1)).Findings);
    }

    [Fact]
    public void The_answer_names_the_version_that_it_rests_on()
    {
        var answer = Inpatient.Male(62).Knowing(Before).Charging(Expression.Rule("history.InYear() > 100"), Billed.Line(Items.Albumin, 1, day: 1));

        Assert.Equal(1 + Before[0].Facts.Count, answer.HistoryVersion);
    }

    [Fact]
    public void An_encounter_that_turns_out_to_be_another_patients_has_that_patients_history_no_more()
    {
        var patient = Inpatient.Male(62).Knowing(Before);

        Assert.NotNull(patient.With(new StayUpdated(new StayDetails { Bed = "12" }) { Id = "bed", OccurredAt = When.Day(2) }).State.History);
        Assert.Null(patient.With(new StayUpdated(new StayDetails { PatientNumber = "P2" }) { Id = "moved", OccurredAt = When.Day(2) }).State.History);
        Assert.Null(patient.With(new Merged("V9", null) { Id = "merged", OccurredAt = When.Day(2) }).State.History);
    }

    private static bool Fires(string expression, params Visited[] visits)
    {
        var answer = Inpatient.Male(62).Knowing(visits).Charging(Expression.Rule(expression), Billed.Line(Items.Albumin, 1, day: 1));
        Assert.Equal(CheckState.Complete, answer.State);
        return answer.Findings.Count == 1;
    }
}
