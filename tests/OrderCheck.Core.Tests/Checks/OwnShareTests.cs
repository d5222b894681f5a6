using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>先行自付比例 by insurance type, facility level and date.</summary>
public sealed class OwnShareTests
{
    private static readonly Rulebook Rules = Rows(
        $"""
        {Items.Albumin},职工,,0.15,,
        {Items.Albumin},职工,3,0.25,2026-03-01,2026-03-04
        {Items.Albumin},居民,,0.3,,
        XB05*,,1,0.05,,
        """);

    [Theory]
    [InlineData("310", 3, 1, "100.00")]
    [InlineData("310", 3, 3, "100.00")]
    [InlineData("310", 3, 4, "60.00")]
    [InlineData("310", 2, 1, "60.00")]
    [InlineData("390", 3, 1, "120.00")]
    [InlineData("510", 1, 1, "20.00")]
    [InlineData("510", 3, 1, "80.00")]
    public void The_row_that_says_most_about_the_patient_counts_and_without_one_the_catalogue(string insuType, int level, int day, string share)
    {
        var rules = Rules.In(Rulebook.Hospital with { Level = level });
        var answer = Inpatient.Admitted(new StayDetails { InsuType = insuType }).Ordering(rules, Ordered.Drug(Items.Albumin, day));

        Assert.Equal(share, answer.OwnShare.ToString());
        Assert.Equal(share, Assert.Single(answer.Flags, flag => flag.Kind == "乙类").Amount.ToString());
    }

    [Fact]
    public void The_badge_names_the_ratio() =>
        Assert.Equal("乙类，个人先行自付30%", Assert.Single(Inpatient.Admitted(new StayDetails { InsuType = "390" }).Ordering(Rules, Ordered.Drug(Items.Albumin)).Flags).Text);

    [Fact]
    public void A_ratio_that_the_charge_itself_names_goes_first()
    {
        var charge = Billed.Line(Items.Albumin, 1, day: 2) with { OwnShareRatio = 0.5m };

        Assert.Equal("5.00", Inpatient.Male(62).Charging(Rules, charge).OwnShare.ToString());
    }

    [Theory]
    [InlineData("310", 2, "0.25")]
    [InlineData("310", 6, "0.15")]
    [InlineData("390", 2, "0.3")]
    [InlineData(null, 2, "0.2")]
    public void A_charge_is_recorded_with_the_ratio_of_its_insurance_and_day(string? insuType, int day, string ratio)
    {
        var resolved = ChargeResolution.Resolve(Billed.Line(Items.Albumin, 1, day), Rules.Release, Rules.Dictionary, insuType);

        Assert.Equal(decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture), resolved.OwnShareRatio);
    }

    [Fact]
    public void Rule_text_reads_the_same_ratio()
    {
        var rule = OrderCheck.Core.Tests.Rules.RuleJson.Rule("item.OwnShareRatio == 0.3m && limit.Sex == \"男\"");
        var rules = Rules with { Release = Rows($"{Items.Albumin},居民,,0.3,,", [OrderCheck.Core.Tests.Rules.RuleJson.File(rule)], ("sex_limits", $"item_code,sex\n{Items.Albumin},男\n")).Release };

        Assert.Single(Inpatient.Admitted(new StayDetails { InsuType = "390" }).Ordering(rules, Ordered.Drug(Items.Albumin)).Findings);
        Assert.Empty(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Albumin)).Findings);
    }

    [Theory]
    [InlineData("X9,,,0.1,,", 2, 1, "item_code: 'X9' is not in the catalogue")]
    [InlineData($"{Items.Albumin},商业,,0.1,,", 2, 25, "insurance: '商业' is not one of")]
    [InlineData($"{Items.Albumin},,4,0.1,,", 2, 26, "level: '4' is no whole number from 1 to 3")]
    [InlineData($"{Items.Albumin},,,1.1,,", 2, 27, "ratio: '1.1' is no number from 0 to 1")]
    [InlineData($"{Items.Albumin},,,0.1,,\n{Items.Albumin},,,0.2,2026-01-01,", 3, 1, "in force on the same days in line 2")]
    public void What_is_wrong_is_said_with_its_place(string rows, int line, int column, string message)
    {
        var fault = Assert.Single(Rulebook.FaultsOf(File(rows)));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(("catalogue/own_shares.csv", line, column), (fault.File, fault.Line, fault.Column));
    }

    private static RuleFile File(string rows) =>
        new("catalogue/own_shares.csv", $"item_code,insurance,level,ratio,effective_from,effective_to\n{rows}\n");

    private static Rulebook Rows(string rows, IEnumerable<RuleFile>? rules = null, params (string Kind, string Text)[] knowledge) =>
        Rulebook.Of([File(rows), .. rules ?? []], knowledge);
}
