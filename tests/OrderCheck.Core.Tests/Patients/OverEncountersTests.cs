using OrderCheck.Core.Checks;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Patients;

/// <summary>疗程 over all of a patient's encounters: what the encounter alone does not break, all of them together may.</summary>
public sealed class OverEncountersTests
{
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
    public void Where_other_encounters_are_not_known_it_is_counted_as_undetermined_and_nobody_is_told()
    {
        var answer = Inpatient.Male(62).Charging(Course("2,,,周期,10"), Billed.Line(Items.Albumin, 1, day: 1));

        Assert.Empty(answer.Findings);
        Assert.Equal(1, answer.UndeterminedCount);
    }

    [Fact]
    public void Where_the_encounter_alone_is_over_the_limit_it_is_told_once()
    {
        var patient = Knowing(Visited.Inpatient("V0", -20, -2).Charged(Items.Albumin, 1, day: -3)).Charged(Items.Albumin, 1, day: 1).Charged(Items.Albumin, 1, day: 2);

        var answer = patient.Charging(Course("2,,,周期,10"), Billed.Line(Items.Albumin, 1, day: 3));

        Assert.Equal("course-days-in-a-period", Assert.Single(answer.Findings).Rule);
    }

    private static Inpatient Knowing(params Visited[] visits) => Inpatient.Male(62).Knowing(visits);

    private static Rulebook Course(string limit) =>
        Rulebook.With(("course_limits", $"item_code,max_days,max_span_days,min_interval_days,scope,period_days\n{Items.Albumin},{limit}\n"));

    private static bool Finds(Inpatient patient, Rulebook rules, string rule, int day, string item)
    {
        var answer = patient.Charging(rules, Billed.Line(item, 1, day));
        Assert.Equal((CheckState.Complete, 0), (answer.State, answer.UndeterminedCount));
        Assert.All(answer.Findings, finding => Assert.Equal(rule, finding.Rule));
        return answer.Findings.Count == 1;
    }
}
