using Microsoft.Extensions.DependencyInjection;
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
