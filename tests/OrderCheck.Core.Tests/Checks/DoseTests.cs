using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>超说明书用量: single and daily dose, by age, weight and route, in whatever unit it is ordered.</summary>
public sealed class DoseTests
{
    private const string Header = "item_code,dose_unit,per_kg,max_single,min_single,max_daily,min_age,max_age,age_unit,min_weight_kg,max_weight_kg,routes\n";

    [Theory]
    [InlineData("1", "g", false)]
    [InlineData("1000", "mg", false)]
    [InlineData("2", "片", false)]
    [InlineData("1.001", "g", true)]
    [InlineData("1000001", "ug", true)]
    [InlineData("3", "片", true)]
    public void A_single_dose_is_compared_in_whatever_unit_it_is_ordered(string value, string unit, bool found)
    {
        var rules = Dosed($"{Items.Paracetamol},mg,,1000,,,,,,,,");

        Assert.Equal(found, Inpatient.Male(62).Ordering(rules, Paracetamol(value, unit)).Findings.Count == 1);
    }

    [Fact]
    public void Units_of_activity_go_by_the_strength()
    {
        var rules = Dosed($"{Items.Penicillin},万IU,,400,,,,,,,,");

        Assert.Empty(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Penicillin, dose: Quantity(4_000_000, "IU"))).Findings);
        var finding = Assert.Single(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Penicillin, dose: Quantity(6, "支"))).Findings);
        Assert.Equal("【注射用青霉素钠】单次剂量480万IU，超过说明书单次最大剂量400万IU", finding.Message);
        Assert.Equal((Domain.Safety, Severity.Suspicion), (finding.Domain, finding.Severity));
    }

    [Fact]
    public void The_rules_ship_in_shadow_and_say_nothing_to_the_doctor()
    {
        var rules = Rulebook.With(("dose_limits", $"{Header}{Items.Paracetamol},mg,,1000,,,,,,,,\n"));

        Assert.Empty(Inpatient.Male(62).Ordering(rules, Paracetamol("9", "g")).Findings);
    }

    [Theory]
    [InlineData("qd", false)]
    [InlineData("bid", false)]
    [InlineData("q12h", false)]
    [InlineData("qid", false)]
    [InlineData("q6h", false)]
    [InlineData("q4h", true)]
    [InlineData("qod", false)]
    public void A_daily_dose_follows_the_frequency(string frequency, bool found)
    {
        var rules = Dosed($"{Items.Paracetamol},g,,,,2,,,,,,");
        var order = Paracetamol("500", "mg") with { Frequency = frequency, Days = 3 };

        Assert.Equal(found, Inpatient.Male(62).Ordering(rules, order).Findings.Count == 1);
    }

    [Fact]
    public void Orders_of_a_drug_are_added_up_on_the_day_signed_ones_and_those_of_this_call()
    {
        var rules = Dosed("XN02BED098*,g,,,,2,,,,,,");
        var (one, two) = (Paracetamol("1", "g"), Paracetamol("0.5", "g") with { Frequency = "bid", Days = 1 });

        Assert.Empty(Inpatient.Male(62).Ordering(rules, one, two).Findings);
        var finding = Assert.Single(Inpatient.Male(62).Signed(one, two).Ordering(rules, Paracetamol("1", "片")).Findings);
        Assert.Equal("【对乙酰氨基酚片】日剂量2.5g，超过说明书每日最大剂量2g", finding.Message);
    }

    [Fact]
    public void A_signed_order_is_not_added_to_itself()
    {
        var rules = Dosed("XN02BED098*,g,,,,2,,,,,,");
        var order = Paracetamol("1", "g") with { Frequency = "bid", Days = 2 };

        Assert.Empty(Inpatient.Male(62).Signed(order).Ordering(rules, Stage.Verify, order).Findings);
    }

    [Fact]
    public void A_frequency_that_nobody_knows_leaves_the_daily_dose_undetermined()
    {
        var answer = Inpatient.Male(62).Ordering(Dosed($"{Items.Paracetamol},g,,,,2,,,,,,"), Paracetamol("1", "g") with { Frequency = "qxx" });

        Assert.Equal(["drug.DailyDose"], answer.Findings.Single(finding => finding.Rule == "dose-over-daily").MissingInputs);
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(12, false)]
    public void A_row_is_for_an_age(int age, bool found)
    {
        var rules = Dosed($"{Items.Paracetamol},mg,,500,,,,11,岁,,,");

        Assert.Equal(found, Inpatient.Male(age).Ordering(rules, Paracetamol("1", "g")).Findings.Count == 1);
    }

    [Theory]
    [InlineData("0.3", false)]
    [InlineData("0.31", true)]
    public void A_dose_by_weight_takes_the_last_weighing(string grams, bool found)
    {
        var rules = Dosed($"{Items.Paracetamol},mg,是,15,,,,17,岁,,,");
        var child = Inpatient.Male(5).Weighing(18).Weighing(20, day: 2);

        Assert.Equal(found, child.Ordering(rules, Paracetamol(grams, "g") with { StartAt = When.Day(3) }).Findings.Count == 1);
    }

    [Fact]
    public void A_missing_weight_is_named_where_a_weight_is_what_matters()
    {
        var rules = Dosed($"{Items.Paracetamol},mg,是,15,,,,17,岁,,,");

        var finding = Assert.Single(Inpatient.Male(5).Ordering(rules, Paracetamol("0.3", "g")).Findings);
        Assert.True(finding.Undetermined);
        Assert.Equal(["patient.WeightKg"], finding.MissingInputs);
        Assert.Equal("【对乙酰氨基酚片】缺少体重，无法判断“单次剂量按体重超过说明书”", finding.Message);
        Assert.Empty(Inpatient.Male(50).Ordering(rules, Paracetamol("0.3", "g")).Findings);
    }

    [Theory]
    [InlineData("29.9", true)]
    [InlineData("30", false)]
    public void A_row_is_for_a_weight_its_end_not_included(string kilograms, bool found)
    {
        var rules = Dosed($"{Items.Paracetamol},mg,,250,,,,,,,30,");
        var child = Inpatient.Male(9).Weighing(decimal.Parse(kilograms, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(found, child.Ordering(rules, Paracetamol("0.5", "g")).Findings.Count == 1);
    }

    [Fact]
    public void An_infants_dose_goes_by_its_own_age_and_weight_not_its_mothers()
    {
        var rules = Dosed($"{Items.Penicillin},万IU,是,5,,,,28,天,,,");
        var mother = Inpatient.Female(30).Weighing(60).GaveBirth("1", Sex.Male);
        var dose = Ordered.Drug(Items.Penicillin, dose: Quantity(17, "万IU")) with { InfantNo = "1" };

        // 3.2 kg at birth allow 16, 3.5 kg now 17.5.
        Assert.Equal("【注射用青霉素钠】单次剂量17万IU，体重3.2kg，超过说明书不超过28天单次最大剂量5万IU/kg", Assert.Single(mother.Ordering(rules, dose).Findings).Message);
        Assert.Empty(mother.Weighing(3.5m, infantNo: "1").Ordering(rules, dose).Findings);
        Assert.Empty(mother.Ordering(rules, dose with { InfantNo = null }).Findings);
    }

    [Theory]
    [InlineData("po", true)]
    [InlineData("PO", true)]
    [InlineData("ivgtt", false)]
    public void A_row_may_be_for_a_route(string route, bool found)
    {
        var rules = Dosed($"{Items.Paracetamol},mg,,250,,,,,,,,po|pr");

        Assert.Equal(found, Inpatient.Male(62).Ordering(rules, Paracetamol("0.5", "g") with { Route = route }).Findings.Count == 1);
    }

    [Fact]
    public void A_route_that_is_not_said_is_missing()
    {
        var finding = Assert.Single(Inpatient.Male(62).Ordering(Dosed($"{Items.Paracetamol},mg,,250,,,,,,,,po"), Paracetamol("0.5", "g")).Findings);

        Assert.Equal(["line.Route"], finding.MissingInputs);
    }

    [Fact]
    public void A_dose_may_be_too_small_but_not_a_skin_tests()
    {
        var rules = Dosed($"{Items.Penicillin},万IU,,,40,,,,,,,");
        var tiny = Ordered.Drug(Items.Penicillin, dose: Quantity(0.02m, "万IU"));

        Assert.Equal("dose-under-single", Assert.Single(Inpatient.Male(62).Ordering(rules, tiny).Findings).Rule);
        Assert.Empty(Inpatient.Male(62).Ordering(rules, tiny with { SkinTest = true }).Findings);
        Assert.Empty(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Penicillin, dose: Quantity(40, "万IU"))).Findings);
    }

    [Fact]
    public void Without_a_dose_the_ordered_quantity_tells_it_and_a_unit_that_converts_to_nothing_leaves_it_unknown()
    {
        var rules = Dosed($"{Items.Paracetamol},mg,,1000,,,,,,,,");

        Assert.Single(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Paracetamol) with { Quantity = Quantity(3, "片") }).Findings);
        var answer = Inpatient.Male(62).Ordering(rules, Paracetamol("3", "滴"));
        Assert.Equal(["drug.SingleDose"], answer.Findings.Single(finding => finding.Rule == "dose-over-single").MissingInputs);
    }

    private static Rulebook Dosed(string row) => Rulebook.OutOfShadow(("dose_limits", $"{Header}{row}\n"));

    private static Core.Orders.Order Paracetamol(string value, string unit) =>
        Ordered.Drug(Items.Paracetamol, dose: Quantity(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit));

    private static Quantity Quantity(decimal value, string unit) => new(value, unit);
}
