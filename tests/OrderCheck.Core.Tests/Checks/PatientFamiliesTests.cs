using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Item against patient, visit and place.</summary>
public sealed class PatientFamiliesTests
{
    private static readonly Rulebook ForWomen = Rulebook.With(("sex_limits", $"item_code,sex,official_text\n{Items.Albumin},女,限女性\n"));

    private static readonly Rulebook ForChildren = Rulebook.With(("age_limits", $"item_code,age_group,min_age,max_age,age_unit\n{Items.Albumin},,,13,岁\n"));

    [Fact]
    public void A_drug_for_women_is_found_for_a_man()
    {
        var answer = Inpatient.Male(62).Ordering(ForWomen, Ordered.Drug(Items.Albumin));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal("item-for-the-other-sex", finding.Rule);
        Assert.Equal(Severity.Violation, finding.Severity);
        Assert.Equal("限女性", finding.OfficialText);
        Assert.Equal("【人血白蛋白】限女性使用，患者为男性", finding.Message);
        Assert.Equal("400.00", finding.Amount.ToString());
        Assert.Equal(CheckState.Complete, answer.State);
    }

    [Fact]
    public void A_drug_for_women_passes_for_a_woman() =>
        Assert.Empty(Inpatient.Female(62).Ordering(ForWomen, Ordered.Drug(Items.Albumin)).Findings);

    [Fact]
    public void An_indeterminate_sex_is_no_breach()
    {
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Indeterminate });

        Assert.Empty(patient.Ordering(ForWomen, Ordered.Drug(Items.Albumin)).Findings);
    }

    [Fact]
    public void An_unknown_sex_is_undetermined_and_names_what_is_missing()
    {
        var answer = Inpatient.Admitted(new StayDetails()).Ordering(ForWomen, Ordered.Drug(Items.Albumin));

        var finding = Assert.Single(answer.Findings);
        Assert.True(finding.Undetermined);
        Assert.Equal(["patient.Sex"], finding.MissingInputs);
        Assert.Equal(Response.Inform, finding.Response);
        Assert.Equal(1, answer.UndeterminedCount);
    }

    [Fact]
    public void An_infants_order_is_judged_by_the_infants_own_sex()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male);

        Assert.Single(mother.Ordering(ForWomen, Ordered.Drug(Items.Albumin) with { InfantNo = "1" }).Findings);
        Assert.Empty(mother.Ordering(ForWomen, Ordered.Drug(Items.Albumin)).Findings);
    }

    [Fact]
    public void An_infant_that_nobody_reported_is_undetermined()
    {
        var answer = Inpatient.Female(30).Ordering(ForWomen, Ordered.Drug(Items.Albumin) with { InfantNo = "2" });

        Assert.True(Assert.Single(answer.Findings).Undetermined);
    }

    [Theory]
    [InlineData("2012-03-02", true)]
    [InlineData("2012-03-03", false)]
    [InlineData("2012-03-01", true)]
    public void The_fourteenth_birthday_ends_childhood_on_its_day(string born, bool found)
    {
        var patient = Inpatient.Admitted(new StayDetails { BirthTime = Midnight(born) });

        Assert.Equal(found, patient.Ordering(ForChildren, Ordered.Drug(Items.Albumin)).Findings.Count == 1);
    }

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, false)]
    [InlineData(29, true)]
    public void A_newborn_is_one_up_to_its_28th_day(int days, bool found)
    {
        var forNewborns = Rulebook.With(("age_limits", $"item_code,age_group,min_age,max_age,age_unit\n{Items.Albumin},新生儿,,,\n"));
        var patient = Inpatient.Admitted(new StayDetails { BirthTime = When.Day(1, 23).AddDays(-days) });

        Assert.Equal(found, patient.Ordering(forNewborns, Ordered.Drug(Items.Albumin)).Findings.Count == 1);
    }

    [Theory]
    [InlineData("2026-02-28", 13)]
    [InlineData("2026-03-01", 14)]
    public void Who_is_born_on_29_February_completes_a_year_on_1_March(string day, int years) =>
        Assert.Equal(years, Age.Years(new DateOnly(2012, 2, 29), DateOnly.ParseExact(day, "yyyy-MM-dd")));

    [Fact]
    public void Midnight_of_the_hospital_decides_about_the_day_not_that_of_Greenwich()
    {
        // 16:30 on 1 March in UTC is half past midnight on 2 March in Shanghai: the birthday.
        var patient = Inpatient.Admitted(new StayDetails { BirthTime = Midnight("2012-03-02") });
        var order = Ordered.Drug(Items.Albumin) with { StartAt = new DateTimeOffset(2026, 3, 1, 16, 30, 0, TimeSpan.Zero) };

        Assert.Single(patient.Ordering(ForChildren, order).Findings);
        Assert.Empty(patient.Ordering(ForChildren, order with { StartAt = order.StartAt.AddHours(-1) }).Findings);
    }

    [Fact]
    public void The_insurance_in_force_at_the_time_of_use_counts()
    {
        var forWorkInjury = Rulebook.With(("insurance_limits", $"item_code,insurance\n{Items.Albumin},工伤\n"));
        var patient = Inpatient.Male(40).Insured("210", fromDay: 3);

        Assert.Single(patient.Ordering(forWorkInjury, Ordered.Drug(Items.Albumin, day: 2)).Findings);
        Assert.Empty(patient.Ordering(forWorkInjury, Ordered.Drug(Items.Albumin, day: 3)).Findings);
    }

    [Fact]
    public void A_payer_that_the_charge_names_goes_before_the_stays()
    {
        var forWorkInjury = Rulebook.With(("insurance_limits", $"item_code,insurance\n{Items.Albumin},工伤\n"));
        var charge = Billed.Line(Items.Albumin, 1, day: 2);

        Assert.Single(Inpatient.Male(40).Charging(forWorkInjury, charge).Findings);
        Assert.Empty(Inpatient.Male(40).Charging(forWorkInjury, charge with { Payer = "210" }).Findings);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void The_lowest_level_of_facility_is_included(int level, bool found)
    {
        var rules = Rulebook.With(("facility_limits", $"item_code,lowest_level,highest_level,facility_types\n{Items.Albumin},2,,\n"))
            .In(Rulebook.Hospital with { Level = level });

        Assert.Equal(found, Inpatient.Male(40).Ordering(rules, Ordered.Drug(Items.Albumin)).Findings.Count == 1);
    }

    [Theory]
    [InlineData("21", true)]
    [InlineData("11", false)]
    public void A_drug_for_outpatients_is_found_in_a_stay(string medType, bool found)
    {
        var rules = Rulebook.With(("visit_limits", $"item_code,allowed_modes,denied_modes\n{Items.Albumin},门诊,\n"));

        Assert.Equal(found, Inpatient.Admitted(new StayDetails { MedType = medType }).Ordering(rules, Ordered.Drug(Items.Albumin)).Findings.Count == 1);
    }

    [Fact]
    public void Who_is_not_insured_gets_price_and_safety_rules_only()
    {
        var rules = Rulebook.With(
            ("visit_limits", $"item_code,allowed_modes,denied_modes\n{Items.Albumin},门诊,\n"),
            ("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Albumin},1,瓶,单日,\n"));
        var patient = Inpatient.Admitted(new StayDetails { InsuType = "self_pay" });

        var answer = patient.Ordering(rules, Ordered.Drug(Items.Albumin, frequency: "bid"));

        Assert.Equal(["more-than-allowed-on-a-day"], answer.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void A_row_counts_from_its_first_to_its_last_day()
    {
        var rules = Rulebook.With(("sex_limits", $"item_code,sex,effective_from,effective_to\n{Items.Albumin},女,2026-03-03,2026-03-04\n"));

        Assert.Equal([false, true, true, false], Enumerable.Range(1, 4)
            .Select(day => Inpatient.Male(40).Ordering(rules, Ordered.Drug(Items.Albumin, day)).Findings.Count == 1));
    }

    [Theory]
    [InlineData("14", 13, false)]
    [InlineData("14", 14, true)]
    [InlineData("18", 17, false)]
    [InlineData("18", 18, true)]
    public void The_region_says_at_which_birthday_childhood_ends(string childAge, int age, bool found)
    {
        var rules = Rulebook.Of(
            [.. Folders.StarterRules().Where(file => file.Path == "payment/age.json"), new RuleFile("catalogue/parameters.csv", $"name,value\nchild_age,{childAge}\n")],
            ("age_limits", $"item_code,age_group\n{Items.Albumin},儿童\n"));

        Assert.Equal(found, Inpatient.Male(age).Ordering(rules, Ordered.Drug(Items.Albumin)).Findings.Count == 1);
    }

    [Fact]
    public void Another_end_of_childhood_is_refused()
    {
        var fault = Assert.Single(Rulebook.FaultsOf(new RuleFile("catalogue/parameters.csv", "name,value\nchild_age,16\n")));

        Assert.Contains("'16' is not one of 14, 18", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, null, "专科", true)]
    [InlineData(1, null, "基层", false)]
    [InlineData(2, null, "综合", true)]
    public void The_highest_level_of_facility_is_included(int level, int? lowest, string type, bool found)
    {
        var rules = Rulebook.With(("facility_limits", $"item_code,lowest_level,highest_level,facility_types\n{Items.Albumin},{lowest},1,\n"))
            .In(Rulebook.Hospital with { Level = level, Type = type });

        Assert.Equal(found, Inpatient.Male(40).Ordering(rules, Ordered.Drug(Items.Albumin)).Findings.Count == 1);
    }

    [Theory]
    [InlineData("综合", true)]
    [InlineData("专科", true)]
    [InlineData("中医", false)]
    [InlineData("基层", false)]
    public void The_type_of_facility_is_one_of_the_rows(string type, bool found)
    {
        var rules = Rulebook.With(("facility_limits", $"item_code,facility_types\n{Items.Albumin},中医|基层\n")).In(Rulebook.Hospital with { Type = type });

        Assert.Equal(found, Inpatient.Male(40).Ordering(rules, Ordered.Drug(Items.Albumin)).Findings.Count == 1);
    }

    [Fact]
    public void A_drug_for_women_is_found_again_when_the_nurse_verifies() =>
        Assert.Single(Inpatient.Male(62).Ordering(ForWomen, Stage.Verify, Ordered.Drug(Items.Albumin)).Findings);

    [Fact]
    public void What_the_fund_never_pays_may_be_paid_by_the_patient()
    {
        var rules = Rulebook.With(("not_payable", $"item_code,mode\n{Items.Albumin},自费\n"));
        var finding = Assert.Single(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Albumin)).Findings);

        Assert.Equal(("item-never-payable", true), (finding.Rule, finding.AllowedDecisions.Contains(DecisionKind.SelfPay)));
        Assert.Empty(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Albumin) with { SelfPay = true }).Findings);
    }

    [Theory]
    [InlineData("瓶", "10.00", false)]
    [InlineData("瓶", "9.99", true)]
    [InlineData("盒", "100.00", false)]
    [InlineData("盒", "99.99", true)]
    public void A_ceiling_is_compared_in_its_own_unit(string unit, string ceiling, bool found)
    {
        var rules = Rulebook.With(("price_ceilings", $"item_code,level,ceiling,unit\n{Items.Albumin},,{ceiling},{unit}\n"))
            .Mapping("units", $"item_code,from_unit,to_unit,factor\n{Items.Albumin},盒,瓶,10\n");

        Assert.Equal(found, Inpatient.Male(62).Charging(rules, Billed.Line(Items.Albumin, 1, 2) with { Unit = "瓶" }).Findings.Count == 1);
    }

    [Fact]
    public void A_ceiling_in_a_unit_that_nobody_converts_is_undetermined()
    {
        var rules = Rulebook.With(("price_ceilings", $"item_code,level,ceiling,unit\n{Items.Albumin},,1,箱\n"));

        Assert.True(Assert.Single(Inpatient.Male(62).Charging(rules, Billed.Line(Items.Albumin, 1, 2) with { Unit = "瓶" }).Findings).Undetermined);
    }

    private static DateTimeOffset Midnight(string day) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd").ToDateTime(TimeOnly.MinValue), When.Shanghai);
}
