using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>支付疗程: distinct days, span since the first use, interval.</summary>
public sealed class CourseTests
{
    [Theory]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Distinct_days_count_days_not_uses(int days, bool found)
    {
        var rules = Course(maxDays: "4");

        Assert.Equal(found, Inpatient.Male(62).Ordering(rules, Ordered.Service(Items.Acupuncture, frequency: "bid", days: days)).Findings.Count == 1);
    }

    [Fact]
    public void Days_of_charges_and_of_the_plan_count_together()
    {
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 1, day: 1).Charged(Items.Acupuncture, 1, day: 2);

        Assert.Empty(patient.Ordering(Course(maxDays: "4"), Ordered.Service(Items.Acupuncture, day: 2, frequency: "qd", days: 3)).Findings);
        Assert.Single(patient.Ordering(Course(maxDays: "4"), Ordered.Service(Items.Acupuncture, day: 3, frequency: "qd", days: 3)).Findings);
    }

    [Fact]
    public void A_day_whose_charge_was_taken_back_is_no_day_of_use()
    {
        var charge = Billed.Line(Items.Acupuncture, 1, day: 1);
        var patient = Inpatient.Male(62).Charged(charge).Charged(Items.Acupuncture, 1, day: 2);

        Assert.Single(patient.Charging(Course(maxDays: "2"), Billed.Line(Items.Acupuncture, 1, day: 3)).Findings);
        Assert.Empty(patient.Charged(Billed.Refund(charge, 1)).Charging(Course(maxDays: "2"), Billed.Line(Items.Acupuncture, 1, day: 3)).Findings);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void The_span_runs_from_the_first_use_both_ends_counted(int day, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Items.Albumin, 1, day: 1);

        Assert.Equal(found, patient.Charging(Course(maxSpan: "14", item: Items.Albumin), Billed.Line(Items.Albumin, 1, day)).Findings.Count == 1);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    public void The_interval_is_the_days_since_the_use_before(int day, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Items.Albumin, 1, day: 1);

        Assert.Equal(found, patient.Charging(Course(interval: "3", item: Items.Albumin), Billed.Line(Items.Albumin, 1, day)).Findings.Count == 1);
    }

    [Fact]
    public void The_first_use_has_no_interval_and_misses_nothing()
    {
        var answer = Inpatient.Male(62).Knowing().Charging(Course(interval: "3", item: Items.Albumin), Billed.Line(Items.Albumin, 1, day: 1));

        Assert.Empty(answer.Findings);
        Assert.Equal(0, answer.UndeterminedCount);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_period_ends_with_the_day_of_use(int day, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Items.Albumin, 1, day: 1).Charged(Items.Albumin, 1, day: 2);
        var rules = Rulebook.With(("course_limits",
            $"item_code,max_days,max_span_days,min_interval_days,scope,period_days\n{Items.Albumin},2,,,周期,10\n"));

        Assert.Equal(found, patient.Charging(rules, Billed.Line(Items.Albumin, 1, day)).Findings.Count == 1);
    }

    private static Rulebook Course(string maxDays = "", string maxSpan = "", string interval = "", string item = Items.Acupuncture) =>
        Rulebook.With(("course_limits",
            $"item_code,max_days,max_span_days,min_interval_days,scope,period_days\n{item},{maxDays},{maxSpan},{interval},单次住院,\n"));
}
