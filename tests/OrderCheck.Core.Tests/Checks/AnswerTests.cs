using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What an answer says of itself, and what it says when something is wrong or not known.</summary>
public sealed class AnswerTests
{
    private static readonly Rulebook ForWomen = Rulebook.With(("sex_limits", $"item_code,sex\n{Items.Albumin},女\n{Items.Aspirin},女\n"));

    [Fact]
    public void Without_a_release_nothing_is_clean()
    {
        var patient = Inpatient.Male(62);

        var answer = Evaluator.CheckOrders(
            "c", null, ForWomen.Dictionary, patient.State, new CheckRequest([Ordered.Drug(Items.Aspirin)], Stage.Order), When.Day(1));

        Assert.Equal(CheckState.Unchecked, answer.State);
        Assert.Equal("release_missing", Assert.Single(answer.StateReasons).Code);
    }

    [Fact]
    public void An_answer_says_what_it_rests_on()
    {
        var patient = Inpatient.Male(62);

        var answer = patient.Ordering(ForWomen, Ordered.Drug(Items.Aspirin));

        Assert.Equal((1L, ForWomen.Release.Hash, 7L, patient.State.Sequence), (answer.ReleaseNumber, answer.ReleaseHash, answer.DictionaryNumber, answer.LedgerSequence));
        Assert.Equal(When.Day(1, 12), answer.EvaluatedAt);
    }

    [Fact]
    public void A_patient_who_is_not_admitted_is_judged_as_far_as_can_be_told()
    {
        var rules = Rulebook.With(
            ("sex_limits", $"item_code,sex\n{Items.Aspirin},女\n"),
            ("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Aspirin},1,片,单日,\n"));

        var answer = Inpatient.Unknown().Ordering(rules, Ordered.Drug(Items.Aspirin, frequency: "bid"));

        Assert.Equal(CheckState.Partial, answer.State);
        Assert.Equal("encounter_not_admitted", Assert.Single(answer.StateReasons).Code);
        Assert.Equal([false, true], answer.Findings.Select(finding => finding.Undetermined));
    }

    [Fact]
    public void An_item_that_no_catalogue_has_is_found_never_passed_in_silence()
    {
        var unknown = Ordered.Drug("XZ99ZZZ999A001010100001") with { ItemName = "新药" };

        var finding = Assert.Single(Inpatient.Male(62).Ordering(ForWomen, unknown).Findings);
        Assert.Equal(("unknown-item", Severity.Reminder), (finding.Rule, finding.Severity));
        Assert.Contains("新药", finding.Message, StringComparison.Ordinal);
        Assert.Equal("unknown-item", Assert.Single(Inpatient.Male(62).Charging(ForWomen, Billed.Line("XZ99", 1, 1)).Findings).Rule);
    }

    [Fact]
    public void A_hospital_code_without_mapping_is_found()
    {
        var order = Ordered.Drug(Items.Aspirin) with { ItemCode = null, ItemHospitalCode = "ASP" };

        Assert.Equal("unknown-item", Assert.Single(Inpatient.Male(62).Ordering(ForWomen, order).Findings).Rule);
        var mapped = ForWomen.Mapping("item_map", $"hospital_code,item_code\nASP,{Items.Aspirin}\n");
        Assert.Equal("item-for-the-other-sex", Assert.Single(Inpatient.Male(62).Ordering(mapped, order).Findings).Rule);
    }

    [Fact]
    public void A_charge_whose_own_code_maps_to_nothing_is_found_and_judged_by_no_row_of_a_like_code()
    {
        var charge = Billed.Line(Items.Aspirin, 1, 1) with { ItemCode = null, ItemHospitalCode = Items.Aspirin };

        var finding = Assert.Single(Inpatient.Male(62).Charging(ForWomen, charge).Findings);

        Assert.Equal(("unknown-item", null, charge.Id), (finding.Rule, finding.Offender!.ItemCode, finding.Offender.ChargeId));
    }

    [Fact]
    public void An_order_that_cannot_be_expanded_is_undetermined_and_judged_as_far_as_can_be_told()
    {
        var answer = Inpatient.Male(62).Ordering(ForWomen, Ordered.Drug(Items.Aspirin, dose: new Quantity(5, "滴")));

        Assert.Equal(["item-for-the-other-sex", "order-not-expanded"], answer.Findings.Select(finding => finding.Rule));
        Assert.Equal(["no_conversion"], answer.Findings[1].MissingInputs);
        Assert.Equal(1, answer.UndeterminedCount);
        Assert.Equal(CheckState.Complete, answer.State);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void A_charge_outside_the_stay_is_found_by_its_day(int day, bool found)
    {
        var patient = Inpatient.Male(62).With(new Discharged("1") { Id = "out", OccurredAt = When.Day(10, 9) });

        var answer = patient.Charging(Rulebook.Empty, Billed.Line(Items.Nursing, 1, When.Day(day, 0)));

        Assert.Equal(found, answer.Findings.Any(finding => finding.Rule == "charge-outside-stay"));
    }

    [Fact]
    public void A_charge_during_leave_is_found_but_not_on_the_days_of_leaving_and_coming_back()
    {
        var patient = Inpatient.Male(62)
            .With(new LeaveStarted("回家") { Id = "leave", OccurredAt = When.Day(3, 15) })
            .With(new LeaveEnded { Id = "back", OccurredAt = When.Day(5, 9) });

        Assert.Equal([false, true, false], Enumerable.Range(3, 3)
            .Select(day => patient.Charging(Rulebook.Empty, Billed.Line(Items.Bed, 1, day)).Findings.Count == 1));
    }

    [Fact]
    public void A_recalled_discharge_did_not_happen()
    {
        var patient = Inpatient.Male(62)
            .With(new Discharged("1") { Id = "out", OccurredAt = When.Day(10) })
            .With(new DischargeCancelled("召回") { Id = "recall", OccurredAt = When.Day(11) });

        Assert.Empty(patient.Charging(Rulebook.Empty, Billed.Line(Items.Nursing, 1, day: 12)).Findings);
    }

    [Fact]
    public void A_rule_that_fails_makes_the_answer_partial_for_itself_alone()
    {
        // Divides by the quantity's distance from two: two tablets make it fail.
        const string failing = """
            {"WorkflowName":"failing","Rules":[{"RuleName":"fails","Expression":"1 / (line.Quantity - 2) > 5 && limit.Sex == \"女\"","ErrorMessage":"x",
            "Properties":{"title":"会出错","family":"性别","domain":"payment","severity":"violation","response":"justify","stages":"O V C",
            "decisions":"withdraw","knowledge":"sex_limits","state":"active"}}]}
            """;
        var rules = Rulebook.Of([.. Folders.StarterRules(), new RuleFile("payment/failing.json", failing)], ("sex_limits", $"item_code,sex\n{Items.Aspirin},女\n"));

        var answer = Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Aspirin, dose: new Quantity(200, "mg")));

        Assert.Equal(CheckState.Partial, answer.State);
        Assert.Equal(("rule_failed", "fails"), (answer.StateReasons[0].Code, answer.StateReasons[0].Subject));
        Assert.Equal(["item-for-the-other-sex"], answer.Findings.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("draft", 0, false)]
    [InlineData("shadow", 0, false)]
    [InlineData("trial", 1, true)]
    [InlineData("active", 1, false)]
    [InlineData("retired", 0, false)]
    public void A_rules_life_decides_whether_it_is_in_the_answer(string state, int findings, bool trial)
    {
        var answer = Inpatient.Male(62).Ordering(WithRules("\"active\"", $"\"{state}\""), Ordered.Drug(Items.Aspirin));

        Assert.Equal(findings, answer.Findings.Count);
        Assert.All(answer.Findings, finding => Assert.Equal(trial, finding.Trial));
    }

    [Fact]
    public void A_rule_speaks_at_its_stages_only()
    {
        var rules = WithRules("\"O V C\"", "\"C\"");

        Assert.Empty(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Aspirin)).Findings);
        Assert.Single(Inpatient.Male(62).Charging(rules, Billed.Line(Items.Aspirin, 1, 1)).Findings);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Rescue_and_operation_are_only_informed(bool rescue, bool intraoperative)
    {
        var order = Ordered.Drug(Items.Aspirin) with { Rescue = rescue, Intraoperative = intraoperative };

        Assert.Equal(Response.Inform, Assert.Single(Inpatient.Male(62).Ordering(ForWomen, order).Findings).Response);
        Assert.Equal(Response.Inform, Assert.Single(
            Inpatient.Male(62).Signed(order).Charging(ForWomen, Billed.Line(Items.Aspirin, 1, When.Day(1), order: order.Id)).Findings).Response);
    }

    [Fact]
    public void Prose_is_a_reminder_with_its_official_sentence_and_counts_as_undetermined()
    {
        var rules = Rulebook.With(("texts", $"item_code,rule_class,official_text\n{Items.Albumin},药品限适应症,限抢救、重症\n"));

        var answer = Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Albumin));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal((Severity.Reminder, true, "限抢救、重症"), (finding.Severity, finding.Undetermined, finding.OfficialText));
        Assert.Equal(1, answer.UndeterminedCount);
    }

    [Fact]
    public void Overlapping_rows_of_one_point_give_one_finding()
    {
        var rules = Rulebook.With(("sex_limits", $"item_code,sex,point_id\n{Items.Aspirin},女,P1\n{Items.Aspirin[..5]}*,女,P2\n"));

        Assert.Single(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Aspirin)).Findings);
    }

    [Fact]
    public void An_absurd_quantity_spoils_its_own_order_only()
    {
        var absurd = Ordered.Drug(Items.Aspirin, frequency: "q1h", days: 366) with { Quantity = new Quantity(1_000_000, "片") };

        var answer = Inpatient.Male(62).Budgeted(10_000, 20_000).Ordering(ForWomen, absurd, Ordered.Drug(Items.Albumin));

        Assert.Contains(answer.Findings, finding => finding.Offender?.ItemCode == Items.Albumin);
    }

    private static Rulebook WithRules(string text, string replacement) => Rulebook.Of(
        Folders.StarterRules().Where(file => file.Path == "payment/sex.json").Select(file => file with { Text = file.Text.Replace(text, replacement, StringComparison.Ordinal) }),
        ("sex_limits", $"item_code,sex\n{Items.Aspirin},女\n"));
}
