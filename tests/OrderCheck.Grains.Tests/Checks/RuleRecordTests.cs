using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Tests.Clusters;
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
