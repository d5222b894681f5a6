using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What is asked when a patient is registered.</summary>
public sealed class AdmissionTests
{
    private static readonly Rulebook Prompts =
        Rulebook.With(("admission_prompts", "what,insurances,advice\n险种,,请登记险种\n医保登记,职工|居民,请核验参保人身份\n"));

    [Fact]
    public void A_missing_insurance_is_prompted_for()
    {
        var finding = Assert.Single(Inpatient.Admitted(new StayDetails()).Registering(Prompts).Findings);

        Assert.Equal("入院登记缺少险种：请登记险种", finding.Message);
        Assert.Equal((Severity.Reminder, Response.Inform), (finding.Severity, finding.Response));
    }

    [Fact]
    public void An_insured_patient_without_a_registration_is_to_be_identified()
    {
        Assert.Equal("入院登记缺少医保登记：请核验参保人身份", Assert.Single(Inpatient.Male(62).Registering(Prompts).Findings).Message);
        Assert.Empty(Inpatient.Admitted(new StayDetails { InsuType = "390", MdtrtId = "M1" }).Registering(Prompts).Findings);
    }

    [Fact]
    public void Who_pays_alone_needs_no_registration() =>
        Assert.Empty(Inpatient.Admitted(new StayDetails { InsuType = "self_pay" }).Registering(Prompts).Findings);

    [Fact]
    public void Whether_a_patient_of_unknown_insurance_needs_one_is_undetermined_and_not_said_twice()
    {
        var answer = Inpatient.Admitted(new StayDetails()).Registering(Prompts);

        Assert.Equal(1, answer.UndeterminedCount);
        Assert.DoesNotContain(answer.Findings, finding => finding.Undetermined);
    }

    [Fact]
    public void Nobody_is_prompted_at_an_order() => Assert.Empty(Inpatient.Admitted(new StayDetails()).Ordering(Prompts, Ordered.Service(Items.Nursing)).Findings);
}
