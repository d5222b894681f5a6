using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>限适应症: items that are paid for some diagnoses only.</summary>
public sealed class DiagnosisLimitTests
{
    private const string Header = "item_code,diagnoses,icd_codes,tcm_codes,position,certainty,coded_by,coded_on,confirmed_by";

    private static readonly Rulebook ForBreastCancer = Rows($"{Items.Albumin},乳腺癌,C50.0-C50.9,,,,,,");

    private static readonly Order Albumin = Ordered.Drug(Items.Albumin, day: 3);

    [Fact]
    public void A_drug_for_another_disease_is_found_with_what_is_recorded()
    {
        var answer = OnDay3(Inpatient.Female(50).Diagnosed("I63.900", "脑梗死", principal: true).Diagnosed("I10.x00", "高血压"));

        var finding = Assert.Single(answer);
        Assert.Equal("diagnosis-outside-limit", finding.Rule);
        Assert.Equal(Severity.Violation, finding.Severity);
        Assert.Equal("【人血白蛋白】限乳腺癌支付（任一诊断，确诊），现有诊断：脑梗死、高血压", finding.Message);
        Assert.Contains(DecisionKind.MeetsLimit, finding.AllowedDecisions);
    }

    [Theory]
    [InlineData("C50.000", false)]
    [InlineData("C50.900x011", false)]
    [InlineData("c50.4", false)]
    [InlineData("C49.900", true)]
    [InlineData("C51.000", true)]
    [InlineData("C50", true)]
    public void The_ends_of_a_range_are_in_it_with_all_that_they_are_divided_into(string code, bool found) =>
        Assert.Equal(found, OnDay3(Inpatient.Female(50).Diagnosed(code)).Count == 1);

    [Theory]
    [InlineData("I60.000", false)]
    [InlineData("I69.800x002", false)]
    [InlineData("I70.000", true)]
    [InlineData("K25.400", false)]
    [InlineData("K25", false)]
    [InlineData("K26.400", true)]
    [InlineData("A17.000+G01*", false)]
    public void Categories_prefixes_and_the_asterisk_of_a_dagger_code_count(string code, bool found)
    {
        var rules = Rows($"{Items.Albumin},多种疾病,K25|I63|I60-I69|G01*,,,,,,");

        Assert.Equal(found, OnDay3(Inpatient.Male(62).Diagnosed(code), rules).Count == 1);
    }

    [Fact]
    public void Without_any_diagnosis_the_rule_cannot_tell()
    {
        var finding = Assert.Single(OnDay3(Inpatient.Female(50)));

        Assert.True(finding.Undetermined);
        Assert.Equal(["diagnosis.Meets"], finding.MissingInputs);
        Assert.Equal("【人血白蛋白】缺少符合限定的诊断，无法判断“诊断不符合限定支付范围”", finding.Message);
    }

    [Theory]
    [InlineData(2, 7, 59, true)]
    [InlineData(2, 8, 0, false)]
    public void In_the_first_24_hours_of_a_stay_the_diagnosis_may_follow(int day, int hour, int minute, bool undetermined)
    {
        var patient = Inpatient.Female(50).Diagnosed("R07.400", "胸痛");

        var finding = Assert.Single(patient.OrderingAt(When.Day(day, hour, minute), ForBreastCancer, Albumin).Findings);

        Assert.Equal(undetermined, finding.Undetermined);
    }

    [Fact]
    public void A_clinic_has_no_first_24_hours()
    {
        var patient = Inpatient.Admitted(new StayDetails { MedType = "11" }).Diagnosed("R07.400", "胸痛");

        Assert.False(Assert.Single(patient.Ordering(ForBreastCancer, Ordered.Drug(Items.Albumin)).Findings).Undetermined);
    }

    [Fact]
    public void A_match_in_the_first_24_hours_passes() =>
        Assert.Empty(Inpatient.Female(50).Diagnosed("C50.900").Ordering(ForBreastCancer, Ordered.Drug(Items.Albumin)).Findings);

    [Theory]
    [InlineData("确诊", true)]
    [InlineData("含疑似", false)]
    public void A_suspected_diagnosis_counts_where_the_row_says_so(string certainty, bool found)
    {
        var rules = Rows($"{Items.Albumin},乳腺癌,C50,,,{certainty},,,");

        Assert.Equal(found, OnDay3(Inpatient.Female(50).Diagnosed("C50.900", suspected: true), rules).Count == 1);
    }

    [Theory]
    [InlineData("C50.900", "I10.x00", false, false)]
    [InlineData("I10.x00", "C50.900", true, false)]
    [InlineData(null, "C50.900", true, true)]
    public void The_principal_diagnosis_alone_counts_where_the_row_says_so(string? principal, string other, bool found, bool undetermined)
    {
        var rules = Rows($"{Items.Albumin},乳腺癌,C50,,主要诊断,,,,");
        var patient = Inpatient.Female(50).Diagnosed(other);
        patient = principal is null ? patient : patient.Diagnosed(principal, principal: true);

        var findings = OnDay3(patient, rules);

        Assert.Equal((found, undetermined), (findings.Count == 1, findings.Any(finding => finding.Undetermined)));
    }

    [Fact]
    public void An_infants_order_is_judged_by_the_infants_own_diagnoses()
    {
        var rules = Rows($"{Items.Albumin},新生儿黄疸,P55-P59,,,,,,");
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male).Diagnosed("O80.000").Diagnosed("P59.900", infantNo: "1");

        Assert.Empty(mother.OrderingAt(When.Day(3), rules, Albumin with { InfantNo = "1" }).Findings);
        Assert.False(Assert.Single(mother.OrderingAt(When.Day(3), rules, Albumin).Findings).Undetermined);
    }

    [Fact]
    public void A_TCM_diagnosis_counts_for_Chinese_medicines_and_is_nothing_to_compare_a_western_drug_with()
    {
        var rules = Rows($"{Items.Mint},感冒,J00,BNW010|A01.01.01,,,,,\n{Items.Albumin},感冒,J00,,,,,,");
        var piece = Ordered.Piece(Items.Mint);

        Assert.Empty(Inpatient.Male(40).Diagnosed("BNW010", "感冒").OrderingAt(When.Day(3), rules, piece).Findings);
        Assert.Empty(Inpatient.Male(40).Diagnosed("A01.01.01", "感冒").OrderingAt(When.Day(3), rules, piece).Findings);
        Assert.Empty(Inpatient.Male(40).Diagnosed("J00.x00", "急性鼻咽炎").OrderingAt(When.Day(3), rules, piece).Findings);
        Assert.False(Assert.Single(Inpatient.Male(40).Diagnosed("BNP010", "泄泻").OrderingAt(When.Day(3), rules, piece).Findings).Undetermined);
        Assert.True(Assert.Single(Inpatient.Male(40).Diagnosed("BNW010", "感冒").OrderingAt(When.Day(3), rules, Albumin).Findings).Undetermined);
    }

    [Fact]
    public void A_TCM_code_is_not_taken_for_an_ICD_code_that_looks_like_it()
    {
        var rules = Rows($"{Items.Mint},肠道传染病,A00-A09,,,,,,");

        Assert.True(Assert.Single(Inpatient.Male(40).Diagnosed("A01.01.01", "感冒").OrderingAt(When.Day(3), rules, Ordered.Piece(Items.Mint)).Findings).Undetermined);
    }

    [Fact]
    public void Codes_that_were_mapped_here_give_a_suspicion_on_trial_until_an_office_confirms_them()
    {
        var patient = Inpatient.Female(50).Diagnosed("I63.900", "脑梗死");

        var finding = Assert.Single(OnDay3(patient, Rows($"{Items.Albumin},乳腺癌,C50,,,,张三,2026-01-31,")));
        var confirmed = Assert.Single(OnDay3(patient, Rows($"{Items.Albumin},乳腺癌,C50,,,,张三,2026-01-31,医保办")));

        Assert.Equal(("diagnosis-outside-limit-as-coded-here", Severity.Suspicion, true), (finding.Rule, finding.Severity, finding.Trial));
        Assert.Contains("张三于2026-01-31对应，尚未确认", finding.Message, StringComparison.Ordinal);
        Assert.Equal(("diagnosis-outside-limit", Severity.Violation, false), (confirmed.Rule, confirmed.Severity, confirmed.Trial));
    }

    [Fact]
    public void A_charge_is_judged_like_the_order()
    {
        var patient = Inpatient.Female(50).Diagnosed("I63.900");

        Assert.Single(patient.Charging(ForBreastCancer, Billed.Line(Items.Albumin, 1, day: 3)).Findings);
        Assert.Empty(patient.Diagnosed("C50.900").Charging(ForBreastCancer, Billed.Line(Items.Albumin, 1, day: 3)).Findings);
    }

    [Fact]
    public void A_diagnosis_that_was_withdrawn_no_longer_counts()
    {
        var patient = Inpatient.Female(50).Diagnosed("C50.900").Diagnosed("I10.x00")
            .With(new DiagnosisRecorded("C50.900", null, false, false, true, null) { Id = "withdrawn", OccurredAt = When.Day(2) });

        Assert.Single(OnDay3(patient));
    }

    private static IReadOnlyList<Finding> OnDay3(Inpatient patient, Rulebook? rules = null) =>
        patient.OrderingAt(When.Day(3), rules ?? ForBreastCancer, Albumin).Findings;

    private static Rulebook Rows(string rows) => Rulebook.With(("diagnosis_limits", $"{Header}\n{rows}\n"));
}
