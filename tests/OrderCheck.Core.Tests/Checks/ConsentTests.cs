using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>自费知情同意: who pays alone must have agreed.</summary>
public sealed class ConsentTests
{
    private const string OutsideCatalogue = "XZ99ZZZ999Z999999999999";

    private static readonly Rulebook Rules = Rulebook.With(
        ("consents", "item_code,case\n*,转自费\n*,丙类\n*,目录外\n"),
        ("age_limits", $"item_code,age_group,min_age,max_age,age_unit\n{Items.Albumin},,,13,岁\n"));

    [Fact]
    public void An_order_that_is_self_paid_without_a_word_is_found()
    {
        var finding = Assert.Single(Inpatient.Male(62).Ordering(Rules, SelfPaid).Findings);

        Assert.Equal("turned-into-self-pay-without-consent", finding.Rule);
        Assert.Equal("【人血白蛋白】已转自费，未见患者的自费知情同意记录", finding.Message);
        Assert.Contains(DecisionKind.SelfPay, finding.AllowedDecisions);
    }

    [Fact]
    public void Consent_that_was_given_to_another_finding_on_the_same_order_counts()
    {
        var patient = Inpatient.Male(62);
        var age = Assert.Single(patient.Ordering(Rules, SelfPaid with { SelfPay = false }).Findings);

        Assert.Equal("item-outside-age", age.Rule);
        Assert.Empty(patient.Decided(age, DecisionKind.SelfPay).Ordering(Rules, SelfPaid).Findings);
    }

    [Theory]
    [InlineData(DecisionKind.Overridden)]
    [InlineData(DecisionKind.Withdrawn)]
    public void Another_decision_is_no_consent(DecisionKind kind)
    {
        var patient = Inpatient.Male(62);
        var age = Assert.Single(patient.Ordering(Rules, SelfPaid with { SelfPay = false }).Findings);

        Assert.Single(patient.Decided(age, kind).Ordering(Rules, SelfPaid).Findings);
    }

    [Fact]
    public void Consent_to_another_content_does_not_count()
    {
        var patient = Inpatient.Male(62);
        var age = Assert.Single(patient.Ordering(Rules, SelfPaid with { SelfPay = false }).Findings);

        Assert.Single(patient.Decided(age, DecisionKind.SelfPay).Ordering(Rules, SelfPaid with { Frequency = "bid" }).Findings);
    }

    [Fact]
    public void Consent_that_is_recorded_on_the_finding_itself_ends_it()
    {
        var patient = Inpatient.Male(62);
        var finding = Assert.Single(patient.Ordering(Rules, SelfPaid).Findings);

        Assert.Empty(patient.Decided(finding, DecisionKind.SelfPay).Ordering(Rules, SelfPaid).Findings);
    }

    [Fact]
    public void Class_c_needs_consent_and_class_a_does_not()
    {
        var patient = Inpatient.Male(62);
        var finding = Assert.Single(patient.Ordering(Rules, Ordered.Piece(Items.Ginseng)).Findings);

        Assert.Equal("【人参片】为丙类，全额自费，未见患者的自费知情同意记录", finding.Message);
        Assert.Empty(patient.Decided(finding, DecisionKind.SelfPay).Ordering(Rules, Ordered.Piece(Items.Ginseng)).Findings);
        Assert.Empty(patient.Ordering(Rules, Ordered.Piece(Items.Mint)).Findings);
    }

    [Fact]
    public void So_does_what_is_not_in_the_catalogue() =>
        Assert.Contains(
            Inpatient.Male(62).Ordering(Rules, Ordered.Drug(OutsideCatalogue)).Findings, finding => finding.Rule == "outside-the-catalogue-without-consent");

    [Fact]
    public void A_charge_is_too_late_to_ask() =>
        Assert.Empty(Inpatient.Male(62).Charging(Rules, Billed.Line(Items.Ginseng, 1, day: 2)).Findings);

    [Fact]
    public void Who_is_not_insured_pays_everything_anyway() =>
        Assert.Empty(Inpatient.Admitted(new StayDetails { InsuType = "self_pay" }).Ordering(Rules, Ordered.Piece(Items.Ginseng)).Findings);

    private static Order SelfPaid => Ordered.Drug(Items.Albumin) with { SelfPay = true };
}
