using OrderCheck.Core.Grouping.Reasons;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

public sealed class ExplainerTests
{
    private static readonly Explainer Small = new(SmallScheme.Build());

    [Fact]
    public void It_names_the_rows_that_matched_and_those_tried_before()
    {
        var reasons = Small.Explain(Inpatient.Male(50).With("B01", "CC1"));

        Assert.Equal(["MDCA", "MDCB", "BR1", "BR13"], reasons.Tried.Where(row => row.Held).Select(row => row.Row.Code));
        Assert.Equal(["AC1", "MDCP", "MDCZ", "BB1", "BB2", "BQY", "BR11"], reasons.Tried.Where(row => !row.Held).Select(row => row.Row.Code));
        Assert.Equal("BR13", reasons.Result.Drg);
    }

    [Fact]
    public void It_names_the_codes_that_hit_with_their_sets()
    {
        var reasons = Small.Explain(Inpatient.Male(50).With("B01").Operated("b.1"));

        Assert.Equal(
            ["MDCB DI_B00 B01", "BB1 DI_B00 B01", "BB1 OP_BB1 b.1"],
            reasons.Hits.Select(hit => $"{hit.Row.Code} {hit.Set} {hit.Code}"));
    }

    [Fact]
    public void It_lists_complications_counted_and_excluded_and_by_which_set()
    {
        var reasons = Small.Explain(Inpatient.Male(50).With("B01", "CC1", "CC2", "CC3", "X01"));

        Assert.Equal(
            [("CC1", true, null), ("CC2", false, "2"), ("CC3", true, null)],
            reasons.Complications.Select(note => (note.Code, note.Counts, note.ExclusionSet)));
    }

    [Fact]
    public void It_shows_the_group_with_another_procedure_as_the_principal_one()
    {
        var reasons = Small.Explain(Inpatient.Male(50).With("B01").Operated("q.1", "b.1"));

        var neighbour = Assert.Single(reasons.Neighbours);
        Assert.Equal(("b.1", "BB15"), (neighbour.Procedure, neighbour.Result.Drg));
        Assert.Equal("BQY", reasons.Result.Drg);
    }

    [Fact]
    public void It_says_how_each_code_was_read()
    {
        var reasons = Small.Explain(Inpatient.Male(50).With("B01x", "nonsense", "G99"));

        Assert.Equal(
            [new CodeReading("B01x", "B01", "stroke", true, false), new CodeReading("nonsense", null, "", false, false), new CodeReading("G99", "G99", "grey", false, true)],
            reasons.Diagnoses);
    }
}
