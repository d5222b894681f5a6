using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What rules are told of a line's patient and visit at the moment of use.</summary>
public sealed class LineFactsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(9, 5)]
    public void Inpatient_days_are_midnights_with_today_while_the_patient_stays(int day, int days)
    {
        var patient = Inpatient.Male(62).With(new Discharged("1") { Id = "out", OccurredAt = When.Day(6) });

        Assert.Equal(days, FactsAt(patient, day).Visit.InpatientDays);
    }

    [Fact]
    public void A_stay_that_ends_on_its_first_day_is_one_day()
    {
        var patient = Inpatient.Male(62).With(new Discharged("1") { Id = "out", OccurredAt = When.Day(1, 20) });

        Assert.Equal(1, FactsAt(patient, 1).Visit.InpatientDays);
    }

    [Fact]
    public void A_pregnancy_is_what_was_known_of_it_by_then_and_the_mothers_only()
    {
        var patient = Inpatient.Female(30).GaveBirth("1", Sex.Female)
            .With(new PregnancyRecorded(PregnancyState.Pregnant, 20) { Id = "p1", OccurredAt = When.Day(2) })
            .With(new PregnancyRecorded(PregnancyState.Lactating, null) { Id = "p2", OccurredAt = When.Day(4) });

        Assert.Null(FactsAt(patient, 1).Patient.Pregnancy);
        Assert.Equal("妊娠", FactsAt(patient, 3).Patient.Pregnancy);
        Assert.Equal("哺乳", FactsAt(patient, 5).Patient.Pregnancy);
        Assert.Null(FactsAt(patient, 5, "1").Patient.Pregnancy);
    }

    [Fact]
    public void An_infant_has_its_own_age_in_days_and_none_before_its_birth()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male, day: 3);

        Assert.Null(FactsAt(mother, 2, "1").Patient.AgeDays);
        Assert.Equal(0, FactsAt(mother, 3, "1").Patient.AgeDays);
        Assert.Equal(2, FactsAt(mother, 5, "1").Patient.AgeDays);
        Assert.Equal(30, FactsAt(mother, 3).Patient.AgeYears);
    }

    [Fact]
    public void The_facility_the_visit_and_the_insurance_have_their_Chinese_words()
    {
        var facts = FactsAt(Inpatient.Male(62), 1);

        Assert.Equal((3, "综合", "住院", "职工"), (facts.Hospital.Level, facts.Hospital.Type, facts.Visit.Mode, facts.Visit.Insurance));
    }

    private static RuleFacts FactsAt(Inpatient patient, int day, string? infantNo = null)
    {
        var rules = Rulebook.Empty;
        var timelines = new Timelines(patient.State, patient.State.PlanOf(rules.Release, rules.Dictionary, When.Day(day)), new JudgedPlan());
        var prescription = new HerbPrescription(rules.Release, rules.Dictionary, []);
        var facts = new RuleFacts(
            Uses.Of(patient, rules, When.Day(day)), new OtherUse(rules.Release, rules.Dictionary, timelines, prescription), prescription)
        {
            Drug = new DrugOrders(rules.Release, rules.Dictionary, patient.State, timelines, new JudgedPlan(), []),
        };
        var setter = new LineFactsSetter(facts, rules.Release, rules.Dictionary, patient.State.Stay);
        setter.SetVisit();
        setter.SetLine(new JudgedLine { Line = new ExpectedLine { ItemCode = Items.Bed, Uses = [] }, Key = new UseKey(infantNo, Items.Bed) });
        setter.SetMoment(When.Day(day), HospitalCalendar.Day(Rulebook.Hospital.TimeZone, When.Day(day)), 1);
        return facts;
    }
}
