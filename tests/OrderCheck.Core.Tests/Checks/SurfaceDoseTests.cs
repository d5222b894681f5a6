using System.Globalization;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Doses by body surface, and days whose dose is too small to treat.</summary>
public sealed class SurfaceDoseTests
{
    private static readonly Rulebook BySurface = Dosed($"{Items.Paracetamol},mg,300,600,是,");
    private static readonly Rulebook AtLeast = Dosed($"{Items.Paracetamol},mg,,,,1500");

    /// <summary>Mosteller's own figures: √(height × weight ÷ 3600).</summary>
    [Theory]
    [InlineData("100", "36", "1")]
    [InlineData("180", "80", "2")]
    [InlineData("50", "3.2", "0.2108")]
    public void The_surface_is_mostellers(string height, string weight, string surface) =>
        Assert.Equal(Number(surface), BodySurface.M2(Number(height), Number(weight)));

    [Theory]
    [InlineData("300", false)]
    [InlineData("300.1", true)]
    public void A_single_dose_is_held_against_the_surface(string dose, bool found)
    {
        var findings = Measured().Ordering(BySurface, Paracetamol(dose)).Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.True(
            !found || findings[0].Message == "【对乙酰氨基酚片】单次剂量300.1mg，体表面积1m²（Mosteller公式），超过说明书单次最大剂量300mg/m²", "Dose, surface and formula are named.");
    }

    [Theory]
    [InlineData("bid", false)]
    [InlineData("tid", true)]
    public void A_daily_dose_is_held_against_the_surface(string frequency, bool found) =>
        Assert.Equal(found, Measured().Ordering(BySurface, Paracetamol("300") with { Frequency = frequency, Days = 2 }).Findings.Any(finding => finding.Rule == "dose-over-daily-by-surface"));

    [Fact]
    public void What_was_not_measured_is_named()
    {
        var unmeasured = Inpatient.Male(8).Ordering(BySurface, Paracetamol("100")).Findings;
        Assert.All(unmeasured, finding => Assert.Equal(["patient.HeightCm", "patient.WeightKg"], finding.MissingInputs));
        Assert.NotEmpty(unmeasured);

        Assert.All(Inpatient.Male(8).Weighing(36).Ordering(BySurface, Paracetamol("100")).Findings, finding => Assert.Equal(["身高"], finding.MissingLabels));
    }

    [Fact]
    public void A_later_weighing_without_a_height_leaves_the_height_that_was_measured()
    {
        var grown = Measured().Weighing(144, day: 2);

        Assert.Empty(grown.Ordering(BySurface, Paracetamol("600") with { StartAt = When.Day(3) }).Findings);
        Assert.Single(grown.Ordering(BySurface, Paracetamol("600.1") with { StartAt = When.Day(3) }).Findings, finding => finding.Rule == "dose-over-single-by-surface");
    }

    [Theory]
    [InlineData("500", "tid", false)]
    [InlineData("500", "bid", true)]
    [InlineData("499", "q8h", true)]
    [InlineData("500", "q8h", false)]
    public void A_day_whose_dose_does_not_treat_is_a_reminder(string dose, string frequency, bool found)
    {
        // Begun in the afternoon: the first day has fewer executions than a whole one.
        var order = Paracetamol(dose) with { Frequency = frequency, Days = 3, StartAt = When.Day(1, 17) };

        var findings = Inpatient.Male(62).Ordering(AtLeast, order).Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.All(findings, finding => Assert.Equal(("dose-under-daily", Severity.Reminder, Response.Inform), (finding.Rule, finding.Severity, finding.Response)));
    }

    [Fact]
    public void Two_orders_of_a_drug_treat_together()
    {
        var (one, two) = (Paracetamol("500") with { Frequency = "bid", Days = 3 }, Paracetamol("500") with { Frequency = "qd", Days = 3 });

        Assert.Empty(Inpatient.Male(62).Ordering(AtLeast, one, two).Findings);
        Assert.NotEmpty(Inpatient.Male(62).Ordering(AtLeast, one).Findings);
    }

    [Fact]
    public void Once_a_skin_test_and_every_other_day_are_no_daily_doses()
    {
        var small = Paracetamol("100");

        Assert.Empty(Inpatient.Male(62).Ordering(AtLeast, small).Findings);
        Assert.Empty(Inpatient.Male(62).Ordering(AtLeast, small with { Frequency = "st" }).Findings);
        Assert.Empty(Inpatient.Male(62).Ordering(AtLeast, small with { Frequency = "qod", Days = 6 }).Findings);
        Assert.Empty(Inpatient.Male(62).Ordering(AtLeast, small with { Frequency = "qd", Days = 3, SkinTest = true }).Findings);
    }

    [Fact]
    public void A_dose_that_nobody_knows_is_missing_not_small()
    {
        var finding = Assert.Single(Inpatient.Male(62).Ordering(AtLeast, Paracetamol("3", "滴") with { Frequency = "bid", Days = 2 }).Findings, finding => finding.Rule == "dose-under-daily");

        Assert.Equal(["drug.FullDayDose"], finding.MissingInputs);
    }

    /// <summary>100 cm and 36 kg are one square metre.</summary>
    private static Inpatient Measured() =>
        Inpatient.Male(8).With(new WeightRecorded(36_000, null, 1_000) { Id = "weight", OccurredAt = When.Day(1) });

    private static Rulebook Dosed(string row) => Rulebook.OutOfShadow(("dose_limits", $"item_code,dose_unit,max_single,max_daily,per_m2,min_daily\n{row}\n"));

    private static Order Paracetamol(string dose, string unit = "mg") => Ordered.Drug(Items.Paracetamol, dose: new(Number(dose), unit));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
