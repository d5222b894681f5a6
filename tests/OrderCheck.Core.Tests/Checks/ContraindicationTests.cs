using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>禁忌症: diagnoses, pregnancy and lactation, allergies. The rules ship in shadow; here they are awake.</summary>
public sealed class ContraindicationTests
{
    private static readonly Rulebook NotWithUlcer = Rows($"{Items.Aspirin},禁用,活动性消化道溃疡,K25-K28,,");

    private static readonly Rulebook NotInPregnancy = Rows($"{Items.Aspirin},禁用,妊娠期,,妊娠,");

    private static readonly Rulebook NotWithAllergy = Rows($"{Items.Aspirin},禁用,水杨酸类过敏,,,水杨酸|XB01AC06");

    [Theory]
    [InlineData("K25.400", true)]
    [InlineData("K28.900", true)]
    [InlineData("K29.500", false)]
    public void A_diagnosis_that_forbids_the_drug_is_found(string code, bool found) =>
        Assert.Equal(found, Ask(NotWithUlcer, Inpatient.Male(62).Diagnosed(code)).Count == 1);

    [Fact]
    public void A_suspected_diagnosis_forbids_too_and_is_named()
    {
        var finding = Assert.Single(Ask(NotWithUlcer, Inpatient.Male(62).Diagnosed("K25.400", "胃溃疡伴出血", suspected: true)));

        Assert.Equal("【阿司匹林肠溶片】活动性消化道溃疡患者禁用，现有诊断：胃溃疡伴出血（疑似）", finding.Message);
        Assert.Equal((Domain.Safety, Response.Inform), (finding.Domain, finding.Response));
        Assert.DoesNotContain(DecisionKind.SelfPay, finding.AllowedDecisions);
    }

    [Fact]
    public void Without_any_diagnosis_it_is_counted_as_undetermined_and_not_shown() => AssertSilentlyUndetermined(NotWithUlcer, Inpatient.Male(62));

    [Theory]
    [InlineData(PregnancyState.Pregnant, true)]
    [InlineData(PregnancyState.Lactating, false)]
    [InlineData(PregnancyState.None, false)]
    public void A_pregnancy_that_forbids_the_drug_is_found(PregnancyState state, bool found) =>
        Assert.Equal(found, Ask(NotInPregnancy, Inpatient.Female(30).With(Pregnancy(state))).Count == 1);

    [Theory]
    [InlineData("妊娠", false)]
    [InlineData("哺乳", true)]
    [InlineData("妊娠|哺乳", true)]
    public void Lactation_is_a_state_of_its_own(string states, bool found)
    {
        var rules = Rows($"{Items.Aspirin},禁用,妊娠期及哺乳期,,{states},");

        Assert.Equal(found, Ask(rules, Inpatient.Female(30).With(Pregnancy(PregnancyState.Lactating))).Count == 1);
    }

    [Fact]
    public void A_state_that_nobody_asked_for_is_undetermined_for_a_woman_who_may_be_pregnant() =>
        AssertSilentlyUndetermined(NotInPregnancy, Inpatient.Female(30));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(55, 1)]
    [InlineData(56, 0)]
    public void Who_can_hardly_be_pregnant_need_not_be_asked(int age, int undetermined) =>
        Assert.Equal(undetermined, Inpatient.Female(age).OrderingAt(When.Day(3), NotInPregnancy, Aspirin).UndeterminedCount);

    [Fact]
    public void A_man_passes()
    {
        var answer = Inpatient.Male(30).OrderingAt(When.Day(3), NotInPregnancy, Aspirin);

        Assert.Equal((0, 0), (answer.Findings.Count, answer.UndeterminedCount));
    }

    [Fact]
    public void A_recorded_pregnancy_at_an_unlikely_age_is_believed() =>
        Assert.Single(Ask(NotInPregnancy, Inpatient.Female(57).With(Pregnancy(PregnancyState.Pregnant))));

    [Theory]
    [InlineData("XB01AC06", "某物质", true)]
    [InlineData(null, "水杨酸", true)]
    [InlineData(null, "水杨酸类药物", true)]
    [InlineData(null, "青霉素", false)]
    [InlineData(null, "否认药物过敏史", false)]
    [InlineData(null, "无水杨酸过敏", false)]
    public void An_allergy_is_known_by_the_code_or_the_name_of_its_substance(string? code, string name, bool found) =>
        Assert.Equal(found, Ask(NotWithAllergy, Inpatient.Male(62).Allergic(name, code)).Count == 1);

    [Theory]
    [InlineData("阿司匹林", true)]
    [InlineData("头孢", false)]
    public void A_row_for_the_item_itself_compares_with_its_own_names(string name, bool found)
    {
        var rules = Rows("X*,禁用,对本品过敏,,,本品");

        Assert.Equal(found, Ask(rules, Inpatient.Male(62).Allergic(name)).Count == 1);
    }

    [Fact]
    public void Where_nobody_asked_for_allergies_it_is_undetermined() => AssertSilentlyUndetermined(NotWithAllergy, Inpatient.Male(62));

    [Fact]
    public void An_infants_allergies_are_not_its_mothers()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male).Allergic("水杨酸");

        Assert.Single(Ask(NotWithAllergy, mother));
        Assert.Empty(mother.OrderingAt(When.Day(3), NotWithAllergy, Aspirin with { InfantNo = "1" }).Findings);
    }

    [Fact]
    public void It_is_asked_again_when_the_nurse_verifies() =>
        Assert.Single(Inpatient.Male(62).Diagnosed("K25.400").Ordering(NotWithUlcer, Stage.Verify, Aspirin).Findings);

    [Fact]
    public void Who_is_not_insured_is_warned_like_everybody() =>
        Assert.Single(Inpatient.Admitted(new StayDetails { InsuType = "self_pay" }).Diagnosed("K25.400").Ordering(NotWithUlcer, Aspirin).Findings);

    private static Order Aspirin => Ordered.Drug(Items.Aspirin, day: 3);

    private static PregnancyRecorded Pregnancy(PregnancyState state) => new(state, null) { Id = "pregnancy", OccurredAt = When.Day(1) };

    private static IReadOnlyList<Finding> Ask(Rulebook rules, Inpatient patient) => patient.OrderingAt(When.Day(3), rules, Aspirin).Findings;

    private static void AssertSilentlyUndetermined(Rulebook rules, Inpatient patient)
    {
        var answer = patient.OrderingAt(When.Day(3), rules, Aspirin);

        Assert.Empty(answer.Findings);
        Assert.Equal(1, answer.UndeterminedCount);
    }

    private static Rulebook Rows(string rows) =>
        Rulebook.OutOfShadow(("contraindications", $"item_code,degree,ground,icd_codes,pregnancy,allergens\n{rows}\n"));
}
