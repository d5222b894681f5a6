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

    [Theory]
    [InlineData("", false)]
    [InlineData("否", false)]
    [InlineData("是", true)]
    public void The_group_is_asked_about_once_more_before_discharge_where_the_row_says_so(string atDischarge, bool asked)
    {
        var windows = Rulebook.With(("readmission_windows", $"scope,days,insurances,advice,at_discharge\n同病组,15,职工,请核对,{atDischarge}\n"));
        var patient = Inpatient.Male(62).Budgeted(10_000, 12_000).Knowing(Visited.Inpatient("V1", -20, -9, "神经内科").Grouped("FM19").Settled());

        Assert.Equal(asked ? ["距上次同病组出院10天再入院（15天以内）：请核对"] : [], patient.Auditing(windows, day: 3).Findings.Select(finding => finding.Message));
        Assert.Equal("readmitted-to-the-same-group", Assert.Single(patient.Registering(windows).Findings).Rule);
    }

    [Theory]
    [InlineData("", "FM19", "I63.200", null)]
    [InlineData("", null, "I63.200", "undetermined")]
    [InlineData("主要诊断", null, "I63.200", "found")]
    [InlineData("主要诊断", null, "J18.900", null)]
    [InlineData("主要诊断", null, null, "undetermined")]
    [InlineData("主要诊断", "BR21", "I63.200", null)]
    public void Where_a_group_is_not_known_the_principal_diagnosis_decides_if_the_row_lets_it(string fallback, string? group, string? diagnosis, string? expected)
    {
        var windows = Rulebook.With(("readmission_windows", $"scope,days,insurances,advice,fallback\n同病组,15,职工,请核对,{fallback}\n"));
        var former = Visited.Inpatient("V1", -20, -9, "神经内科").Settled();
        former = group is null ? former : former.Grouped(group);
        former = diagnosis is null ? former : former.Diagnosed(diagnosis);
        var patient = Inpatient.Male(62).Diagnosed("I63.900", "脑梗死", principal: true);
        patient = group is null ? patient : patient.Budgeted(10_000, 12_000);

        var answer = patient.Knowing(former).Registering(windows);

        var known = group == "FM19";
        Assert.Equal(expected == "found" || known ? ["readmitted-to-the-same-group"] : [], answer.Findings.Select(finding => finding.Rule));
        Assert.Equal(expected == "undetermined", answer.Blind.Any(blind => blind.Rule == "readmitted-to-the-same-group"));
    }
}
