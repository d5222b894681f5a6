using Microsoft.Extensions.DependencyInjection;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Tests.Checks;

/// <summary>The counts of a rule, put together for the office.</summary>
public sealed class RuleRecordTests
{
    private static readonly RuleCount Said = new(Ward.HospitalCode, new DateOnly(2026, 3, 2), "item-for-the-other-sex", false, "", 4);

    [Fact]
    public void The_blindest_rule_comes_first_with_what_it_lacked_most()
    {
        var records = RuleRecord.Of(
            [
                Said with { Rule = "unknown-item", Times = 90 },
                Said, Said with { Input = "visit.Insurance", Times = 2 }, Said with { Input = "patient.Sex", Times = 5 },
                Said with { Shadow = true, Input = "patient.Sex", Times = 1 },
            ],
            Rulebook.Release());

        Assert.Equal(
            [("item-for-the-other-sex", false, 4L, 7L), ("item-for-the-other-sex", true, 0L, 1L), ("unknown-item", false, 90L, 0L)],
            records.Select(record => (record.Name, record.Shadow, record.Said, record.Blind)));
        Assert.Equal([("patient.Sex", 5L), ("visit.Insurance", 2L)], records[0].Missing);
        Assert.NotNull(records[0].Rule);
        Assert.Null(records[2].Rule);
    }

    [Fact]
    public void What_was_decided_and_what_came_back_folded_is_neither_said_nor_missing()
    {
        var record = Assert.Single(RuleRecord.Of(
            [
                Said, Said with { Input = RuleCount.Folded, Times = 3 }, Said with { Input = RuleCount.Of(DecisionKind.MeetsLimit), Times = 1 },
                Said with { Input = RuleCount.Of(DecisionKind.Overridden), Times = 2 },
            ],
            Rulebook.Release()));

        Assert.Equal((4L, 3L, 0L), (record.Said, record.Folded, record.Blind));
        Assert.Equal([(DecisionKind.Overridden, 2L), (DecisionKind.MeetsLimit, 1L)], record.Decided);
        Assert.Empty(record.Missing);
    }

    [Fact]
    public void What_nobody_answered_what_it_is_about_how_long_answers_took_and_why_are_summed_over_the_days()
    {
        var next = Said with { Day = Said.Day.AddDays(1) };

        var record = Assert.Single(RuleRecord.Of(
            [
                Said with { Input = RuleCount.Asked, Times = 3 }, next with { Input = RuleCount.AskedAnswered, Times = 2 },
                Said with { Input = RuleCount.Amount, Times = 12_345_678 }, next with { Input = RuleCount.Amount, Times = 1 },
                Said with { Input = RuleCount.Answered, Times = 2 }, Said with { Input = RuleCount.Seconds, Times = 90 }, next with { Input = RuleCount.Seconds, Times = 30 },
                Said with { Input = RuleCount.OfReason("病情需要"), Times = 1 }, next with { Input = RuleCount.OfReason("病情需要"), Times = 1 },
                Said with { Input = RuleCount.OfReason("其他"), Times = 1 },
            ],
            Rulebook.Release()));

        Assert.Equal((3L, 1L, Money.FromMicros(12_345_679), (2L, 120L)), (record.Asked, record.Unanswered, record.Amount, record.Answered));
        Assert.Equal([("病情需要", 2L), ("其他", 1L)], record.Reasons);
        Assert.Equal((0L, 0), (record.Blind, record.Missing.Count));
    }

    [Fact]
    public void What_was_answered_that_was_asked_for_on_another_day_leaves_nothing_below_none() =>
        Assert.Equal(0, Assert.Single(RuleRecord.Of([Said with { Input = RuleCount.AskedAnswered, Times = 2 }], null)).Unanswered);

    [Fact]
    public async Task An_answer_is_timed_and_its_reason_sorted_once_and_what_the_doctor_wrote_is_not_kept()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var check = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        var key = Assert.Single(check.Findings).Key;
        await patient.WriteAsync(new DecisionRecorded(check.CheckId, key, DecisionKind.Overridden, "王某某坚持", false) { Id = "d1", OccurredAt = check.EvaluatedAt.AddSeconds(75) });
        await patient.WriteAsync(new DecisionRecorded(check.CheckId, key, DecisionKind.MeetsLimit, "已核对", false) { Id = "d2", OccurredAt = check.EvaluatedAt.AddSeconds(900) });

        var today = new DateOnly(2026, 3, 2);
        var counts = await ward.Silo(0).GetRequiredService<IRuleRecords>().ListAsync(Ward.His with { Role = Role.Officer }, today, today, TestContext.Current.CancellationToken);

        var record = Assert.Single(RuleRecord.Of(counts, Rulebook.Release()));
        Assert.Equal((1L, 75L), record.Answered);
        Assert.Equal([("其他", 1L)], record.Reasons);
        Assert.Equal(0, record.Unanswered);
        Assert.DoesNotContain(counts, count => count.Input.Contains('王'));
    }

    [Fact]
    public async Task A_finding_that_asks_and_that_nobody_answers_is_unanswered()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var finding = Assert.Single((await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen))).Findings);

        var today = new DateOnly(2026, 3, 2);
        var counts = await ward.Silo(0).GetRequiredService<IRuleRecords>().ListAsync(Ward.His with { Role = Role.Officer }, today, today, TestContext.Current.CancellationToken);

        var record = Assert.Single(RuleRecord.Of(counts, Rulebook.Release()));
        Assert.NotEqual(Response.Inform, finding.Response);
        Assert.Equal((1L, 1L, 0L), (record.Asked, record.Unanswered, record.Answered.Times));
        Assert.Equal(finding.Amount ?? Money.Zero, record.Amount);
    }

    [Fact]
    public async Task A_decision_is_counted_for_the_rule_whose_finding_it_answers_once_however_often_it_is_sent()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        var check = await patient.CheckAsync(Case.Order("o1", Rulebook.ForWomen));
        var decision = new DecisionRecorded(check.CheckId, Assert.Single(check.Findings).Key, DecisionKind.Overridden, "病情需要", false) { Id = "d1", OccurredAt = Ward.Morning };

        await patient.WriteAsync(decision);
        await patient.WriteAsync(decision);
        await patient.WriteAsync(decision with { Id = "d2", CheckId = "no-such-check" });

        var today = new DateOnly(2026, 3, 2);
        var counts = await ward.Silo(0).GetRequiredService<IRuleRecords>().ListAsync(Ward.His with { Role = Role.Officer }, today, today, TestContext.Current.CancellationToken);
        Assert.Equal([(DecisionKind.Overridden, 1L)], Assert.Single(RuleRecord.Of(counts, Rulebook.Release())).Decided);
    }

    [Fact]
    public void Without_a_release_the_counts_are_there_all_the_same()
    {
        var record = Assert.Single(RuleRecord.Of([Said], null));

        Assert.Null(record.Rule);
        Assert.Equal(4, record.Said);
    }

    [Theory]
    [InlineData("patient.Sex", "患者性别")]
    [InlineData("药品限二线使用", "药品限二线使用")]
    public void What_is_missing_is_told_in_the_vocabularys_own_words(string input, string label) => Assert.Equal(label, RuleRecord.LabelOf(input));
}
