using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Patients;

/// <summary>Readmission: how long ago, from where, with what, and what the former stay left open.</summary>
public sealed class FormerStayTests
{
    [Theory]
    [InlineData("history.DaysSinceDischarge() == 7")]
    [InlineData("history.DaysSinceDischargeFromDepartment() == 15")]
    [InlineData("history.DaysSinceDischargeWithDiagnosis() == 15")]
    [InlineData("history.DaysSinceDischargeFromGroup() == 7")]
    public void The_days_since_the_discharge_are_midnights_up_to_this_admission(string expression)
    {
        var visits = new[]
        {
            Visited.Inpatient("V1", -30, -14).Diagnosed("I63.200").Grouped("BR21"),
            Visited.Inpatient("V2", -10, -6, department: "神经内科").Diagnosed("J18.900").Grouped("FM19"),
        };

        Assert.True(Fires(expression, Here(visits)));
    }

    [Fact]
    public void A_visit_to_the_outpatient_clinic_and_a_stay_that_goes_on_are_no_former_stays()
    {
        var patient = Here(Visited.Outpatient("V1", day: 0), Visited.Inpatient("V2", admitted: -3));

        Assert.True(Fires("history.DaysSinceDischarge() == 36500", patient));
    }

    [Fact]
    public void A_later_stay_whose_group_nobody_knows_may_be_of_this_group()
    {
        var patient = Here(Visited.Inpatient("V1", -30, -14).Grouped("FM19"), Visited.Inpatient("V2", -10, -6));

        Assert.True(Assert.Single(Ask("history.DaysSinceDischargeFromGroup() <= 30", patient).Findings).Undetermined);
        Assert.True(Fires("history.DaysSinceDischarge() <= 30", patient));
    }

    [Fact]
    public void An_earlier_stay_whose_group_nobody_knows_changes_nothing() =>
        Assert.True(Fires("history.DaysSinceDischargeFromGroup() == 7", Here(Visited.Inpatient("V1", -30, -14), Visited.Inpatient("V2", -10, -6).Grouped("FM19"))));

    [Fact]
    public void Without_an_own_group_nothing_is_known_of_the_same_group()
    {
        var patient = Inpatient.Male(62).Knowing(Visited.Inpatient("V1", -30, -14).Grouped("FM19"));

        Assert.True(Assert.Single(Ask("history.DaysSinceDischargeFromGroup() <= 30", patient).Findings).Undetermined);
    }

    [Fact]
    public void What_the_last_stay_left_open_is_listed()
    {
        var order = new Order { Id = "L1", Kind = OrderKind.Service, ItemCode = Items.Nursing, Quantity = new Quantity(1, "日"), StartAt = When.Day(-9) };
        var open = Visited.Inpatient("V1", -10, -6).With(new OrderSigned(order, null, false) { Id = "L1", OccurredAt = When.Day(-9) });

        Assert.True(Fires("history.OpenItems == \"未结算、1条医嘱未停止、1项医嘱或费用未审核\"", Here(open)));
        Assert.True(Fires("history.OpenItems == \"\"", Here(Visited.Inpatient("V1", -10, -6).Settled())));
        Assert.True(Fires("history.OpenItems == \"\"", Here()));
    }

    private static Inpatient Here(params Visited[] visits) => Inpatient.Male(62)
        .Budgeted(10_000, 12_000)
        .With(new DiagnosisRecorded("I63.900", null, true, false, false, null) { Id = "dx", OccurredAt = When.Day(1) })
        .Knowing(visits);

    private static CheckAnswer Ask(string expression, Inpatient patient) =>
        patient.Charging(Expression.Rule(expression), Billed.Line(Items.Albumin, 1, day: 1));

    private static bool Fires(string expression, Inpatient patient) => Ask(expression, patient).Findings is [{ Undetermined: false }];
}
