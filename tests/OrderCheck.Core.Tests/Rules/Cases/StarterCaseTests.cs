using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Cases;
using Xunit;

namespace OrderCheck.Core.Tests.Rules.Cases;

/// <summary>The cases that the product comes with.</summary>
public sealed class StarterCaseTests
{
    private static readonly Lazy<RuleTests> Product = new(() => Run(Repository.RuleFiles()));

    private static RuleTests Run(IReadOnlyList<RuleFile> files)
    {
        var folder = new RuleFolder(files);
        var release = Folders.Built(folder);
        var set = CaseSet.Read(folder, release);
        Assert.Empty(set.Faults);
        return RuleTests.Run(release, set.Cases);
    }

    [Fact]
    public void Every_case_holds() =>
        Assert.All(Product.Value.Results, result => Assert.True(result.Holds, $"{result.Case.File}:{result.Case.Line} {result.Case.Name}: {string.Join("; ", result.Failures)}"));

    [Theory]
    [InlineData("price/frequency.json", "use.OnDay() > limit.MaxQuantity", "use.OnDay() >= limit.MaxQuantity", "more-than-allowed-on-a-day")]
    [InlineData("price/frequency.json", "use.InHours(24) > limit.MaxQuantity", "use.InHours(25) > limit.MaxQuantity", "more-than-allowed-in-24-hours")]
    [InlineData("payment/course.json", "use.SpanDays() > limit.MaxSpanDays", "use.SpanDays() >= limit.MaxSpanDays", "course-span")]
    [InlineData("payment/age.json", " > limit.MaxAge", " >= limit.MaxAge", "item-outside-age")]
    [InlineData("price/ceiling.json", "line.PriceIn(limit.Unit) > limit.Ceiling", "line.PriceIn(limit.Unit) >= limit.Ceiling", "price-over-ceiling")]
    [InlineData("payment/sex.json", "limit.Sex != patient.Sex &&", "limit.Sex == patient.Sex &&", "item-for-the-other-sex")]
    [InlineData("money/budget.json", "budget.After >= budget.StandardCost", "budget.After > budget.StandardCost", "standard-cost-reached")]
    public void A_rule_that_is_off_by_one_breaks_its_cases(string file, string written, string wrong, string rule)
    {
        var changed = Repository.RuleFiles().Select(known => known.Path == file ? known with { Text = known.Text.Replace(written, wrong, StringComparison.Ordinal) } : known);

        var tests = Run([.. changed]);

        Assert.False(tests.Passed);
        Assert.Contains(tests.Results, result => !result.Holds && result.Case.Shows.ContainsKey(rule));
    }

    [Theory]
    [InlineData("active")]
    [InlineData("trial")]
    [InlineData("shadow")]
    public void A_rule_that_runs_or_is_to_run_needs_its_cases(string state)
    {
        Assert.True(Run(Sex(state)).Passed);

        var without = Run([.. Sex(state).Where(file => file.Path != "cases/sex.json")]);

        Assert.False(without.Passed);
        Assert.Equal(["提示", "放行", "边界"], Assert.Single(without.Rules).Missing);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("retired")]
    public void A_rule_that_does_not_run_needs_no_cases(string state) =>
        Assert.True(Run([.. Sex(state).Where(file => file.Path != "cases/sex.json")]).Passed);

    [Fact]
    public void A_draft_and_a_shadow_rule_are_run_as_if_they_were_active() =>
        Assert.All(Run(Sex("shadow")).Results.Concat(Run(Sex("draft")).Results), result => Assert.True(result.Holds));

    /// <summary>The product's folder with the rule about sex alone, at that point of its life.</summary>
    private static List<RuleFile> Sex(string state) =>
        [.. Repository.RuleFiles()
            .Where(file => file.Path is "payment/sex.json" or "knowledge/sex_limits.csv" or "cases/sex.json"
                || file.Path.StartsWith("catalogue/", StringComparison.Ordinal) || file.Path.StartsWith("dictionary/", StringComparison.Ordinal))
            .Select(file => file.Path == "payment/sex.json" ? file with { Text = file.Text.Replace("\"active\"", $"\"{state}\"", StringComparison.Ordinal) } : file)];
}
