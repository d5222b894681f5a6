using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What was promised when an order was signed is verified before discharge.</summary>
public sealed class PromiseTests
{
    private static readonly Rulebook ForBreastCancer = Rulebook.With((
        "diagnosis_limits",
        $"item_code,diagnoses,icd_codes,tcm_codes,position,certainty,coded_by,coded_on,confirmed_by\n{Items.Albumin},乳腺癌,C50.0-C50.9,,,,,,\n"));

    private static readonly Order Albumin = Ordered.Drug(Items.Albumin, day: 3);

    private static readonly Inpatient Patient = Inpatient.Female(50).Diagnosed("I10.x00", "高血压").Signed(Albumin);

    private static Finding Asked => Assert.Single(Patient.OrderingAt(When.Day(3, 12), ForBreastCancer, Albumin).Findings);

    [Fact]
    public void A_diagnosis_that_did_not_follow_raises_the_finding_again_with_who_promised_it_and_when()
    {
        var finding = Assert.Single(Promised(PromiseKind.DiagnosisToFollow).Auditing(ForBreastCancer).Findings);

        Assert.False(finding.Folded);
        Assert.EndsWith(NotKept, finding.Message, StringComparison.Ordinal);
        Assert.Equal(Asked.Key, finding.Key);
    }

    [Fact]
    public void What_was_promised_of_an_order_holds_for_the_charges_that_it_became()
    {
        var charged = Promised(PromiseKind.DiagnosisToFollow).Charged(Billed.Line(Items.Albumin, 1, When.Day(3), order: Albumin.Id));

        var finding = Assert.Single(charged.Auditing(ForBreastCancer).Findings);

        Assert.NotNull(finding.Offender!.ChargeId);
        Assert.EndsWith(NotKept, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnosis_that_followed_has_kept_the_promise() =>
        Assert.Empty(Promised(PromiseKind.DiagnosisToFollow).Diagnosed("C50.900", "乳腺癌").Auditing(ForBreastCancer).Findings);

    [Fact]
    public void Another_diagnosis_than_the_limit_asks_for_has_not() =>
        Assert.False(Assert.Single(Promised(PromiseKind.DiagnosisToFollow).Diagnosed("I63.900", "脑梗死").Auditing(ForBreastCancer).Findings).Folded);

    [Fact]
    public void A_result_that_was_recorded_since_has_kept_the_promise()
    {
        var promised = Promised(PromiseKind.ResultToFollow);
        var result = new LaboratoryValueRecorded("HER2", "HER2", "阳性", null) { Id = "her2", OccurredAt = When.Day(6) };

        Assert.False(Assert.Single(promised.Auditing(ForBreastCancer).Findings).Folded);
        Assert.True(Assert.Single(promised.With(result).Auditing(ForBreastCancer).Findings).Folded);
    }

    [Fact]
    public void A_result_is_the_input_that_the_rule_lacked_not_any_other()
    {
        var rules = Rulebook.With(("sex_limits", $"item_code,sex\n{Items.Aspirin},女\n"));
        var order = Ordered.Drug(Items.Aspirin, day: 3);
        var signed = Inpatient.Admitted(new StayDetails { BirthTime = When.Day(1).AddYears(-50), InsuType = "310" }).Signed(order);
        var asked = Assert.Single(signed.OrderingAt(When.Day(3, 12), rules, order).Findings);
        Assert.Equal(["patient.Sex"], asked.MissingInputs);
        var potassium = signed.With(PromiseOf(asked, PromiseKind.ResultToFollow)).With(Laboratory("K", "钾"));

        Assert.EndsWith("出院前未见补录）", Assert.Single(potassium.Auditing(rules).Findings).Message, StringComparison.Ordinal);
        var known = potassium.With(new StayUpdated(new StayDetails { Sex = Sex.Male }) { Id = "sex", OccurredAt = When.Day(6) });
        Assert.True(Assert.Single(known.Auditing(rules).Findings).Folded);
    }

    [Theory]
    [InlineData("K", "钾", false)]
    [InlineData("0231", "丙氨酸氨基转移酶(ALT)", true)]
    [InlineData("ALT", null, true)]
    public void A_limit_in_words_that_names_its_test_is_shown_by_that_test(string code, string? name, bool kept)
    {
        var rules = Rulebook.With(("texts", $"item_code,rule_class,official_text\n{Items.Albumin},限定支付,限ALT>120U/L的患者。\n"));
        var asked = Assert.Single(Patient.OrderingAt(When.Day(3, 12), rules, Albumin).Findings);
        var promised = Patient.With(PromiseOf(asked, PromiseKind.ResultToFollow)).With(Laboratory(code, name));

        Assert.Equal(kept, Assert.Single(promised.Auditing(rules).Findings).Folded);
    }

    [Fact]
    public void A_promise_is_raised_also_where_the_rule_cannot_tell_any_more_and_says_nothing_of_it()
    {
        var rules = Rulebook.With(("perioperative_antibiotics", $"item_code,procedures,operation,incision,usable,most_minutes_before,most_hours_after,infections\n{Items.Penicillin},06.2-06.5,甲状腺手术,Ⅰ,是,60,,J12-J18\n"));
        var operation = new ProcedureRecorded("06.400", null, true, null) { Id = "op", OccurredAt = When.Day(3, 12) };
        var order = Ordered.Drug(Items.Penicillin) with { StartAt = When.Day(3, 8) };
        var signed = Inpatient.Female(45).With(operation).Signed(order);
        var asked = Assert.Single(signed.OrderingAt(When.Day(3, 7), rules, order).Findings);
        // The hour of the operation is found to be unknown.
        var dated = signed.With(PromiseOf(asked, PromiseKind.DiagnosisToFollow)).With(operation with { Revision = 1, OccurredAt = When.Day(3, 0) });

        Assert.Empty(signed.With(operation with { Revision = 1, OccurredAt = When.Day(3, 0) }).Auditing(rules).Findings);
        Assert.EndsWith("出院前未见补录）", Assert.Single(dated.Auditing(rules).Findings).Message, StringComparison.Ordinal);
    }

    private static LaboratoryValueRecorded Laboratory(string code, string? name) => new(code, name, "5", null) { Id = "result", OccurredAt = When.Day(5) };

    private static DecisionRecorded PromiseOf(Finding finding, PromiseKind kind) => new("check", finding.Key, DecisionKind.Overridden, "待补", false)
    {
        Id = "promise",
        OccurredAt = When.Day(3),
        Promise = kind,
        DecidedBy = "D0007",
    };

    [Fact]
    public void Before_discharge_only_is_it_asked_about() =>
        Assert.True(Assert.Single(Promised(PromiseKind.DiagnosisToFollow).OrderingAt(When.Day(4, 12), ForBreastCancer, Albumin).Findings).Folded);

    [Fact]
    public void A_decision_without_a_promise_settles_it() =>
        Assert.True(Assert.Single(Promised(PromiseKind.DiagnosisToFollow).Decided(Asked, DecisionKind.Overridden).Auditing(ForBreastCancer).Findings).Folded);

    private static string NotKept => $"（D0007于{When.Day(3):yyyy-MM-dd HH:mm}答复“诊断待补”，出院前未见补录）";

    private static Inpatient Promised(PromiseKind kind) => Patient.With(new DecisionRecorded("check", Asked.Key, DecisionKind.MeetsLimit, null, false)
    {
        Id = "promise",
        OccurredAt = When.Day(3),
        Promise = kind,
        DecidedBy = "D0007",
    });
}
