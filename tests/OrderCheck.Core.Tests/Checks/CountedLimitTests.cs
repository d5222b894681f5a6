using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Tests.Patients;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Limits that several items share, in yuan or in doses, by the year, by inpatient days and by another item's quantity.</summary>
public sealed class CountedLimitTests
{
    private const string Header = "item_code,max_quantity,unit,window,period_days,measure,per,per_item,per_item_name,combined_items,combined_name\n";

    private static readonly Rulebook OneBedADay = Limited($"{Items.Bed},1,日,单日,,,,,,0011090*,床位费合计");
    private static readonly Rulebook BedsByInpatientDays = Limited($"0011090*,1,日,单次住院,,,住院天数,,,0011090*,床位费合计");

    [Theory]
    [InlineData(Items.Bed, Items.IntensiveBed)]
    [InlineData(Items.IntensiveBed, Items.Bed)]
    public void The_day_of_a_transfer_counts_one_bed_whichever_is_charged_last(string first, string second)
    {
        var patient = Inpatient.Male(62).Charged(first, 1, day: 3);

        var finding = Assert.Single(patient.Charging(OneBedADay, Billed.Line(second, 1, day: 3)).Findings);
        Assert.Equal("more-than-allowed-on-a-day", finding.Rule);
        Assert.EndsWith("床位费合计每日最多1日，含本次已达2日", finding.Message, StringComparison.Ordinal);
        Assert.Empty(patient.Charging(OneBedADay, Billed.Line(second, 1, day: 4)).Findings);
    }

    [Fact]
    public void Items_that_share_a_limit_count_for_each_person_apart()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male).Charged(Items.Bed, 1);

        Assert.Empty(mother.Charging(OneBedADay, Billed.Line(Items.IntensiveBed, 1, day: 1) with { InfantNo = "1" }).Findings);
    }

    [Theory]
    [InlineData(5, 5, false)]
    [InlineData(6, 5, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    public void Beds_are_charged_for_the_days_of_the_stay_today_with_them(int beds, int day, bool found)
    {
        var patient = Inpatient.Male(62);
        for (var charged = 1; charged < beds; charged++)
            patient = patient.Charged(charged % 2 == 0 ? Items.Bed : Items.IntensiveBed, 1, Math.Min(charged, day));

        Assert.Equal(found, patient.Charging(BedsByInpatientDays, Billed.Line(Items.Bed, 1, day)).Findings.Count == 1);
    }

    [Fact]
    public void The_day_of_discharge_is_no_inpatient_day()
    {
        var patient = Inpatient.Male(62).Charged(Items.Bed, 1, day: 1).Charged(Items.Bed, 1, day: 2);
        var gone = patient.With(new Discharged("1") { Id = "gone", OccurredAt = When.Day(3) });

        Assert.Empty(patient.Charging(BedsByInpatientDays, Billed.Line(Items.Bed, 1, day: 3)).Findings);
        var finding = Assert.Single(gone.Charging(BedsByInpatientDays, Billed.Line(Items.Bed, 1, day: 3)).Findings);
        Assert.Equal("【普通病房床位费】床位费合计每住院日最多1日，住院2天，截至当天已达3日", finding.Message);
    }

    [Fact]
    public void A_stay_of_one_day_is_one_day()
    {
        var patient = Inpatient.Male(62).With(new Discharged("1") { Id = "gone", OccurredAt = When.Day(1, 17) });

        Assert.Empty(patient.Charging(BedsByInpatientDays, Billed.Line(Items.Bed, 1, day: 1)).Findings);
        Assert.Single(patient.Charging(BedsByInpatientDays, Billed.Line(Items.Bed, 2, day: 1)).Findings);
    }

    [Fact]
    public void An_order_for_days_to_come_is_judged_day_by_day()
    {
        Assert.Empty(Inpatient.Male(62).Ordering(BedsByInpatientDays, Ordered.Service(Items.Bed, frequency: "qd", days: 7)).Findings);
        Assert.Single(Inpatient.Male(62).Ordering(BedsByInpatientDays, Ordered.Service(Items.Bed, frequency: "bid", days: 7)).Findings);
    }

    [Fact]
    public void A_newborns_days_begin_with_its_birth()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male, day: 4).Charged(Billed.Line(Items.Bed, 1, day: 4) with { InfantNo = "1" });

        Assert.Single(mother.Charging(BedsByInpatientDays, Billed.Line(Items.Bed, 1, day: 4) with { InfantNo = "1" }).Findings);
        Assert.Empty(mother.Charging(BedsByInpatientDays, Billed.Line(Items.Bed, 1, day: 5) with { InfantNo = "1" }).Findings);
    }

    [Fact]
    public void Without_an_admission_the_days_are_missing_and_named()
    {
        var finding = Assert.Single(Inpatient.Unknown().Charging(BedsByInpatientDays, Billed.Line(Items.Bed, 1, day: 1)).Findings);

        Assert.True(finding.Undetermined);
        Assert.Equal(["visit.InpatientDays"], finding.MissingInputs);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_quantity_may_follow_another_items(int quantity, bool found)
    {
        var rules = Limited($"{Items.Acupuncture},2,次,单日,,,项目,{Items.Moxibustion},灸法,,");
        var patient = Inpatient.Male(62).Charged(Items.Moxibustion, 2, day: 3).Charged(Items.Moxibustion, 9, day: 4);

        Assert.Equal(found, patient.Charging(rules, Billed.Line(Items.Acupuncture, quantity, day: 3)).Findings.Count == 1);
    }

    [Fact]
    public void An_item_that_another_is_counted_by_may_come_in_the_same_call()
    {
        var rules = Limited($"{Items.Acupuncture},1,次,单日,,,项目,0044*,灸法,,");
        var (main, more) = (Ordered.Service(Items.Moxibustion), Ordered.Service(Items.Acupuncture));

        Assert.Empty(Inpatient.Male(62).Ordering(rules, more, main).Findings);
        Assert.Single(Inpatient.Male(62).Ordering(rules, more).Findings);
    }

    [Theory]
    [InlineData("100.00", false)]
    [InlineData("100.01", true)]
    public void An_amount_is_what_was_charged_not_price_times_quantity(string amount, bool found)
    {
        var rules = Limited($"{Items.Infusion},150,,单日,,金额,,,,,");
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Infusion, 1, When.Day(1), price: 50));
        var charge = Billed.Line(Items.Infusion, 7, day: 1) with { Amount = Yuan(amount) };

        var findings = patient.Charging(rules, charge).Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.True(!found || findings[0].Message == "【静脉输液】每日最多150元，含本次已达150.01元", "The finding names the sum in yuan.");
    }

    [Fact]
    public void An_amount_that_is_ordered_is_the_hospitals_price_and_without_it_nobody_knows()
    {
        var rules = Limited($"{Items.Infusion},15,,单日,,金额,,,,,");
        var unpriced = rules with { Dictionary = Core.Hospitals.HospitalDictionary.Empty(Rulebook.Hospital) };

        Assert.Empty(Inpatient.Male(62).Ordering(rules, Ordered.Service(Items.Infusion)).Findings);
        Assert.False(Assert.Single(Inpatient.Male(62).Ordering(rules, Ordered.Service(Items.Infusion, quantity: 2)).Findings).Undetermined);
        var finding = Assert.Single(Inpatient.Male(62).Ordering(unpriced, Ordered.Service(Items.Infusion, quantity: 2)).Findings);
        Assert.Equal(["use.OnDay"], finding.MissingInputs);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_limit_in_mg_counts_ampoules_by_their_strength(int ampoules, bool found)
    {
        var rules = Limited($"{Items.Vitamin},1000,mg,单日,,剂量,,,,,");

        var findings = Inpatient.Male(62).Charging(rules, Billed.Line(Items.Vitamin, ampoules, day: 1)).Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.True(!found || findings[0].Message == "【维生素C注射液】每日最多1000mg，含本次已达1500mg", "The finding names the dose.");
    }

    [Fact]
    public void A_dose_of_what_has_no_strength_is_undetermined()
    {
        var finding = Assert.Single(Inpatient.Male(62).Charging(Limited($"{Items.Stent},1000,mg,单日,,剂量,,,,,"), Billed.Line(Items.Stent, 1, day: 1)).Findings);

        Assert.True(finding.Undetermined);
        Assert.Equal(["use.OnDay"], finding.MissingInputs);
    }

    [Fact]
    public void A_limit_by_the_year_is_certain_once_this_stay_breaks_it_and_else_misses_what_was_before()
    {
        var rules = Limited($"{Items.Acupuncture},3,次,年,,,,,,,");
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 2, day: 1);

        var answer = patient.Charging(rules, Billed.Line(Items.Acupuncture, 1, day: 20));
        Assert.Empty(answer.Findings);
        Assert.Equal(1, answer.UndeterminedCount);
        Assert.False(Assert.Single(patient.Charging(rules, Billed.Line(Items.Acupuncture, 2, day: 20)).Findings).Undetermined);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void The_year_holds_the_patients_other_encounters(int quantity, bool found)
    {
        var rules = Limited($"{Items.Acupuncture},6,次,年,,,,,,{Items.Moxibustion},针灸合计");
        var before = Visited.Outpatient("MZ1", -20).Charged(Items.Moxibustion, 2, -20).Charged(Items.Acupuncture, 1, -20);
        var lastYear = Visited.Outpatient("MZ0", -200).Charged(Items.Moxibustion, 9, -200);
        var patient = Inpatient.Male(62).Knowing(before, lastYear).Charged(Items.Acupuncture, 2, day: 1);

        var findings = patient.Charging(rules, Billed.Line(Items.Acupuncture, quantity, day: 3)).Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.True(!found || findings[0].Message == "【普通针刺】针灸合计每年最多6次，本次就诊在本年含本次已达4次；此前就诊：3", "The finding names both.");
    }

    [Fact]
    public void A_total_of_the_year_holds_what_other_encounters_were_charged()
    {
        var rules = Rulebook.With(("total_limits", $"item_code,max_amount,window\n{Items.Stent},10000,年\n"));
        var patient = Inpatient.Male(62).Knowing(Visited.Outpatient("MZ1", -20).Charged(Billed.Line(Items.Stent, 1, When.Day(-20), price: 9000)));

        Assert.Empty(patient.Charging(rules, Billed.Line(Items.Stent, 1, When.Day(3), price: 1000)).Findings);
        Assert.Single(patient.Charging(rules, Billed.Line(Items.Stent, 1, When.Day(3), price: 1000.01m)).Findings);
    }

    [Theory]
    [InlineData(305, true)]
    [InlineData(306, false)]
    public void A_year_is_the_calendars_and_a_stay_that_began_before_it_misses_nothing(int day, bool found)
    {
        var rules = Limited($"{Items.Acupuncture},3,次,年,,,,,,,");
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 3, day: 1);

        // Day 305 is 31 December.
        Assert.Equal(found, patient.Charging(rules, Billed.Line(Items.Acupuncture, 1, day)).Findings.Count == 1);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void A_total_limit_counts_the_yuan_of_the_stay_and_may_be_paid_by_the_patient(int quantity, bool found)
    {
        var rules = Rulebook.With(("total_limits", $"item_code,max_amount,window\n{Items.Stent},16000,单次住院\n"));
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Stent, 20, When.Day(1), price: 400));

        var findings = patient.Charging(rules, Billed.Line(Items.Stent, quantity, When.Day(9), price: 400)).Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.True(!found || findings[0].AllowedDecisions.Contains(DecisionKind.SelfPay), "Self-pay is offered: payment scope is the matter.");
    }

    [Fact]
    public void A_refund_makes_room_under_a_total()
    {
        var rules = Rulebook.With(("total_limits", $"item_code,max_amount,window,combined_items,combined_name\n{Items.Stent},16000,单次住院,{Items.Infusion},合计\n"));
        var charge = Billed.Line(Items.Stent, 2, When.Day(1), price: 8000);
        var patient = Inpatient.Male(62).Charged(charge);

        Assert.Single(patient.Charging(rules, Billed.Line(Items.Infusion, 1, day: 2)).Findings);
        Assert.Empty(patient.Charged(Billed.Refund(charge, 1)).Charging(rules, Billed.Line(Items.Infusion, 1, day: 2)).Findings);
    }

    [Fact]
    public void A_course_may_be_shared_by_several_items()
    {
        var rules = Rulebook.With(("course_limits", $"item_code,max_days,combined_items,combined_name\n{Items.Acupuncture},2,{Items.Moxibustion},针灸\n"));
        var patient = Inpatient.Male(62).Charged(Items.Moxibustion, 1, day: 1).Charged(Items.Acupuncture, 1, day: 2);

        Assert.Empty(patient.Charging(rules, Billed.Line(Items.Moxibustion, 1, day: 2)).Findings);
        Assert.Equal("【灸法】针灸支付不超过2天，含当天已使用3天", Assert.Single(patient.Charging(rules, Billed.Line(Items.Moxibustion, 1, day: 3)).Findings).Message);
    }

    private static Rulebook Limited(string row) => Rulebook.With(("frequency_limits", $"{Header}{row}\n"));

    private static Money Yuan(string amount) => Money.FromYuan(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
}
