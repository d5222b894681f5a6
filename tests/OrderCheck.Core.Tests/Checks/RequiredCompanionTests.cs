using OrderCheck.Core.Amounts;
using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>A consumable, drug or surcharge that is there for something else, and that something must be there.</summary>
public sealed class RequiredCompanionTests
{
    [Fact]
    public void What_is_missing_is_named()
    {
        var finding = Assert.Single(Inpatient.Male(62).Charging(With("单日"), Billed.Line(Items.Stent, 1, day: 1)).Findings);

        Assert.Equal("used-without-its-companion", finding.Rule);
        Assert.Equal("【冠状动脉支架】须与【普通针刺】同时使用（单日），未见该项目", finding.Message);
        Assert.Equal((Items.Stent, Items.Acupuncture, "普通针刺"), (finding.Offender!.ItemCode, finding.Counterpart!.ItemCode, finding.Counterpart.ItemName));
        Assert.Equal((Severity.Suspicion, false), (finding.Severity, finding.Undetermined));
        Assert.DoesNotContain(DecisionKind.SelfPay, finding.AllowedDecisions);
    }

    [Fact]
    public void An_order_for_the_companion_in_the_same_call_counts_whichever_comes_first()
    {
        var (stent, procedure) = (Ordered.Drug(Items.Stent), Ordered.Service(Items.Acupuncture));

        Assert.Empty(Inpatient.Male(62).Ordering(With("单日"), stent, procedure).Findings);
        Assert.Empty(Inpatient.Male(62).Ordering(With("单日"), procedure, stent).Findings);
        Assert.Single(Inpatient.Male(62).Ordering(With("单日"), stent).Findings);
    }

    [Fact]
    public void Both_in_one_posting_are_no_finding() =>
        Assert.Empty(Inpatient.Male(62).Charging(With("单日"), Billed.Line(Items.Stent, 1, day: 1), Billed.Line(Items.Acupuncture, 1, day: 1)).Findings);

    [Fact]
    public void A_signed_order_for_the_companion_counts_before_it_is_charged() =>
        Assert.Empty(Inpatient.Male(62).Signed(Ordered.Service(Items.Acupuncture, day: 2)).Charging(With("单次就诊"), Billed.Line(Items.Stent, 1, day: 1)).Findings);

    [Theory]
    [InlineData("单日", "", 1, true)]
    [InlineData("单日", "", 2, false)]
    [InlineData("前后N天", "1", 2, true)]
    [InlineData("前后N天", "1", 3, false)]
    [InlineData("单次就诊", "", 12, true)]
    public void The_companion_must_be_in_the_window(string window, string days, int day, bool passes)
    {
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 1, day);

        Assert.Equal(passes, patient.Charging(With(window, days), Billed.Line(Items.Stent, 1, day: 1)).Findings.Count == 0);
    }

    [Fact]
    public void A_companion_that_was_taken_back_is_missing()
    {
        var charge = Billed.Line(Items.Acupuncture, 1, day: 1);

        Assert.Single(Inpatient.Male(62).Charged(charge, Billed.Refund(charge, 1)).Charging(With("单日"), Billed.Line(Items.Stent, 1, day: 1)).Findings);
    }

    [Fact]
    public void Any_of_several_companions_will_do_a_prefix_of_codes_among_them()
    {
        var rules = Rulebook.With(("required_companions",
            $"item_code,other_codes,other_name,window\n{Items.Stent},{Items.Moxibustion}|{Items.Acupuncture[..6]}*|=静脉输液,介入治疗,单日\n"));

        foreach (var companion in new[] { Items.Moxibustion, Items.Acupuncture, Items.Infusion })
            Assert.Empty(Inpatient.Male(62).Charged(companion, 1).Charging(rules, Billed.Line(Items.Stent, 1, day: 1)).Findings);
        var missing = Assert.Single(Inpatient.Male(62).Charged(Items.Oxygen, 1).Charging(rules, Billed.Line(Items.Stent, 1, day: 1)).Findings);
        Assert.Equal((null, "介入治疗"), (missing.Counterpart!.ItemCode, missing.Counterpart.ItemName));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "【冠状动脉支架】每项【普通针刺】最多用2个（单日），含本次已达3个")]
    public void At_most_so_many_go_with_one(int quantity, string? message)
    {
        var answer = Inpatient.Male(62).Charged(Items.Acupuncture, 1).Charging(With("单日", most: "2"), Billed.Line(Items.Stent, quantity, day: 1));

        Assert.Equal(message, answer.Findings.SingleOrDefault()?.Message);
    }

    [Fact]
    public void What_was_billed_before_counts_and_a_second_companion_allows_more()
    {
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 1).Charged(Items.Stent, 2);
        var one = Billed.Line(Items.Stent, 1, day: 1);

        Assert.Single(patient.Charging(With("单日", most: "2"), one).Findings);
        Assert.Empty(patient.Charged(Items.Acupuncture, 1).Charging(With("单日", most: "2"), one).Findings);
    }

    [Fact]
    public void Where_an_order_maps_to_no_item_it_may_be_the_companion_so_nobody_can_tell()
    {
        var unmapped = Ordered.Service(Items.Acupuncture) with { ItemCode = null, ItemHospitalCode = "PCI01", ItemName = "介入手术" };

        var drafted = Inpatient.Male(62).Ordering(With("单日"), Ordered.Drug(Items.Stent), unmapped);
        var signed = Inpatient.Male(62).Signed(unmapped).Charging(With("单日"), Billed.Line(Items.Stent, 1, day: 1));

        foreach (var answer in new[] { drafted, signed })
            Assert.Equal(["other.Missing"], Assert.Single(answer.Findings, finding => finding.Undetermined).MissingInputs);
        Assert.True(signed.Findings[0].Undetermined);
    }

    [Fact]
    public void A_companion_of_unknown_quantity_is_there_but_how_many_may_go_with_it_is_not_known()
    {
        var procedure = Ordered.Drug(Items.Vitamin, dose: new Quantity(2, "滴"));
        var rules = Rulebook.With(("required_companions", $"item_code,other_codes,other_name,window,most_per_other\n{Items.Stent},{Items.Vitamin},维生素C,单日,1\n"));

        var finding = Assert.Single(Inpatient.Male(62).Signed(procedure).Charging(rules, Billed.Line(Items.Stent, 1, day: 1)).Findings);

        Assert.Equal(("more-than-its-companion-allows", true), (finding.Rule, finding.Undetermined));
    }

    private static Rulebook With(string window, string days = "", string most = "") => Rulebook.With(("required_companions",
        $"item_code,item_name,other_codes,other_name,window,period_days,most_per_other\n{Items.Stent},冠状动脉支架,{Items.Acupuncture},普通针刺,{window},{days},{most}\n"));
}
