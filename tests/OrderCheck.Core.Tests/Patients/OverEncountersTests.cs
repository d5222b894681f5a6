using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Patients;

/// <summary>频次、限定总额、疗程 over all of a patient's encounters: what the encounter alone does not break, all of them together may.</summary>
public sealed class OverEncountersTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_week_counts_what_other_encounters_used_in_it(int before, bool found)
    {
        // Day 1 is a Monday: day 3 and day 7 are of its week, day 0 is the Sunday before.
        var patient = Knowing(Visited.Outpatient("V0", day: 3).Charged(Items.Acupuncture, before, day: 3), Visited.Outpatient("V1", day: 0).Charged(Items.Acupuncture, 9, day: 0));

        Assert.Equal(found, Finds(patient, Frequency("3,次,周,"), "more-than-allowed-in-a-week-over-encounters", day: 7));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_month_counts_what_other_encounters_used_in_it(int before, bool found)
    {
        var patient = Knowing(Visited.Outpatient("V0", day: 20).Charged(Items.Acupuncture, before, day: 20), Visited.Outpatient("V1", day: -1).Charged(Items.Acupuncture, 9, day: -1));

        Assert.Equal(found, Finds(patient, Frequency("3,次,月,"), "more-than-allowed-in-a-month-over-encounters", day: 21));
    }

    [Theory]
    [InlineData(-8, true)]
    [InlineData(-9, false)]
    public void A_period_counts_what_other_encounters_used_up_to_its_first_day(int usedOn, bool found)
    {
        var patient = Knowing(Visited.Outpatient("V0", usedOn).Charged(Items.Acupuncture, 3, usedOn));

        Assert.Equal(found, Finds(patient, Frequency("3,次,N天,10"), "more-than-allowed-in-a-period-over-encounters", day: 1));
    }

    [Theory]
    [InlineData(-59, true)]
    [InlineData(-60, false)]
    public void A_year_begins_on_its_first_of_January(int usedOn, bool found)
    {
        var patient = Knowing(Visited.Outpatient("V0", usedOn).Charged(Items.Acupuncture, 3, usedOn));

        Assert.Equal(found, Finds(patient, Frequency("3,次,年,"), "more-than-allowed-in-a-year", day: 1));
    }

    [Fact]
    public void Where_the_encounter_alone_is_over_the_limit_it_is_told_once()
    {
        var patient = Knowing(Visited.Outpatient("V0", day: 1).Charged(Items.Acupuncture, 3, day: 1));

        var answer = patient.Charging(Frequency("3,次,周,"), Billed.Line(Items.Acupuncture, 4, day: 2));

        Assert.Equal("more-than-allowed-in-a-week", Assert.Single(answer.Findings).Rule);
    }

    [Fact]
    public void Where_other_encounters_are_not_known_it_is_counted_as_undetermined_and_nobody_is_told()
    {
        var answer = Inpatient.Male(62).Charging(Frequency("3,次,周,"), Billed.Line(Items.Acupuncture, 1, day: 2));

        Assert.Empty(answer.Findings);
        Assert.Equal(1, answer.UndeterminedCount);
    }

    [Fact]
    public void A_patient_without_other_encounters_has_nothing_undetermined()
    {
        var answer = Knowing().Charging(Frequency("3,次,周,"), Billed.Line(Items.Acupuncture, 3, day: 2));

        Assert.Empty(answer.Findings);
        Assert.Equal(0, answer.UndeterminedCount);
    }

    [Fact]
    public void Items_that_share_a_limit_share_it_over_encounters()
    {
        var rules = Rulebook.With(("frequency_limits",
            $"item_code,max_quantity,unit,window,period_days,combined_items,combined_name\n{Items.Acupuncture},3,次,周,,{Items.Moxibustion},针灸合计\n"));
        var patient = Knowing(Visited.Outpatient("V0", day: 1).Charged(Items.Moxibustion, 3, day: 1));

        Assert.True(Finds(patient, rules, "more-than-allowed-in-a-week-over-encounters", day: 2));
    }

    [Fact]
    public void A_yearly_total_counts_the_yuan_of_other_encounters()
    {
        var rules = Rulebook.With(("total_limits", $"item_code,max_amount,window\n{Items.Acupuncture},40,年\n"));
        Visited Before(decimal quantity) => Visited.Outpatient("V0", day: -5).Charged(Items.Acupuncture, quantity, day: -5);

        Assert.True(Finds(Knowing(Before(4)), rules, "amount-over-total-in-a-year", day: 1));
        Assert.False(Finds(Knowing(Before(3)), rules, "amount-over-total-in-a-year", day: 1));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public void A_course_counts_the_days_of_other_encounters_in_its_period(int period, bool found)
    {
        var patient = Knowing(Visited.Inpatient("V0", -20, -2).Charged(Items.Albumin, 1, day: -8).Charged(Items.Albumin, 1, day: -7));

        Assert.Equal(found, Finds(patient, Course($"2,,,周期,{period}"), "course-days-in-a-period-over-encounters", day: 1, Items.Albumin));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void An_interval_runs_from_the_last_use_wherever_it_was(int interval, bool found)
    {
        var patient = Knowing(Visited.Inpatient("V0", -20, -2).Charged(Items.Albumin, 1, day: -6));

        Assert.Equal(found, Finds(patient, Course($",,{interval},单次住院,"), "course-interval-over-encounters", day: 1, Items.Albumin));
    }

    [Fact]
    public void A_finding_that_was_decided_comes_back_open_when_other_encounters_have_used_more()
    {
        var rules = Frequency("3,次,周,");
        var before = Visited.Outpatient("V0", day: 1).Charged(Items.Acupuncture, 3, day: 1);
        var order = Ordered.Service(Items.Acupuncture, day: 2);
        var patient = Knowing(before);
        var found = Assert.Single(patient.Ordering(rules, order).Findings);
        var decided = patient.Decided(found, DecisionKind.Overridden);

        Assert.True(Assert.Single(decided.Ordering(rules, order).Findings).Folded);
        Assert.False(Assert.Single(decided.Knowing(before.Charged(Items.Acupuncture, 1, day: 1)).Ordering(rules, order).Findings).Folded);
    }

    private static Inpatient Knowing(params Visited[] visits) => Inpatient.Male(62).Knowing(visits);

    private static Rulebook Frequency(string limit) =>
        Rulebook.With(("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Acupuncture},{limit}\n"));

    private static Rulebook Course(string limit) =>
        Rulebook.With(("course_limits", $"item_code,max_days,max_span_days,min_interval_days,scope,period_days\n{Items.Albumin},{limit}\n"));

    private static bool Finds(Inpatient patient, Rulebook rules, string rule, int day, string item = Items.Acupuncture)
    {
        var answer = patient.Charging(rules, Billed.Line(item, 1, day));
        Assert.Equal((CheckState.Complete, 0), (answer.State, answer.UndeterminedCount));
        Assert.All(answer.Findings, finding => Assert.Equal(rule, finding.Rule));
        return answer.Findings.Count == 1;
    }
}
