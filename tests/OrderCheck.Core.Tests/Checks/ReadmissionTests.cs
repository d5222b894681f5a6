using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Tests.Patients;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What is asked of a patient who was here not long ago.</summary>
public sealed class ReadmissionTests
{
    private static readonly Rulebook Windows = Rulebook.With((
        "readmission_windows",
        "scope,days,insurances,advice\n任意,7,职工,请核对\n同科室,15,职工,请核对\n同病组,15,职工,请核对\n同诊断,15,职工,请核对\n未了事项,90,,请处理\n"));

    [Fact]
    public void A_readmission_to_the_same_department_is_pointed_out_with_its_days()
    {
        var finding = Assert.Single(Inpatient.Male(62).Knowing(Visited.Inpatient("V1", -20, -9).Settled()).Registering(Windows).Findings);

        Assert.Equal("距上次从本科室出院10天再入院（15天以内）：请核对", finding.Message);
        Assert.Equal((Severity.Reminder, Response.Inform), (finding.Severity, finding.Response));
    }

    [Theory]
    [InlineData(-6, true)]
    [InlineData(-7, false)]
    public void The_last_day_of_the_window_counts(int discharged, bool soon) => Assert.Equal(
        soon,
        Inpatient.Male(62).Knowing(Visited.Inpatient("V1", -20, discharged, "神经内科").Settled()).Registering(Windows).Findings.Any(finding => finding.Rule == "readmitted-soon"));

    [Fact]
    public void Where_nobody_knows_of_other_stays_nothing_is_said_and_each_question_counts_as_open()
    {
        var answer = Inpatient.Male(62).Registering(Windows);

        Assert.Empty(answer.Findings);
        Assert.Equal(5, answer.UndeterminedCount);
        Assert.All(answer.Blind, blind => Assert.StartsWith("history.", blind.Input, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_last_stay_left_open_is_named()
    {
        var finding = Assert.Single(Inpatient.Admitted(new StayDetails { InsuType = "self_pay" }).Knowing(Visited.Inpatient("V1", -10, -4)).Registering(Windows).Findings);

        Assert.Equal("上次住院未结算，出院已5天：请处理", finding.Message);
    }

    [Fact]
    public void The_group_is_asked_about_once_more_before_discharge_when_it_is_known()
    {
        var patient = Inpatient.Male(62).Budgeted(10_000, 12_000).Knowing(Visited.Inpatient("V1", -20, -9, "神经内科").Grouped("FM19").Settled());

        Assert.Equal("距上次同病组出院10天再入院（15天以内）：请核对", Assert.Single(patient.Auditing(Windows, day: 3).Findings).Message);
    }
}
