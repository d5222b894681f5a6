using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Patients on a clinical pathway of the hospital, and those who are not.</summary>
public sealed class PathwayTests
{
    private const string Header = "item_code,item_name,pathway,counted_from,from_day,to_day,need,each_day,controllable,also_items";

    private static readonly Rulebook Hernia = Rulebook.With(
        ("pathways", "pathway,name,groups,principals,operations,enrolled_by\nP1,疝,FM19|GF39,,53,病组\n"),
        ("pathway_items", $"{Header}\n{Items.Aspirin},阿司匹林,P1,入院,1,3,不需要,,是,\n{Items.Nursing},护理,P1,入院,1,2,必选,,是,\n"));

    private static readonly Inpatient Entered = Inpatient.Male(50).With(new PathwayEntered("P1", "疝") { Id = "enter", OccurredAt = When.Day(1, 9) });

    [Fact]
    public void The_group_that_the_budget_gives_puts_the_patient_on_it()
    {
        Assert.Empty(Told(Inpatient.Male(50).Ordering(Hernia, Ordered.Drug(Items.Aspirin))));
        Assert.Equal(["not-needed-on-the-pathway"], Told(Inpatient.Male(50).Budgeted(200, 400).Ordering(Hernia, Ordered.Drug(Items.Aspirin))));
    }

    [Fact]
    public void Who_is_on_none_is_not_undetermined_either() => Assert.Empty(Inpatient.Male(50).Auditing(Hernia).Blind);

    [Fact]
    public void An_infant_is_not_on_its_mothers_pathway()
    {
        var answer = Entered.GaveBirth("1", Sex.Male).Ordering(Hernia, Ordered.Drug(Items.Aspirin) with { InfantNo = "1" });
        Assert.Empty(answer.Findings);

        // Nor is what it is given what its mother was to have.
        var charged = Entered.GaveBirth("1", Sex.Male).Charged(Billed.Line(Items.Nursing, 1, 1) with { InfantNo = "1" });
        Assert.Contains("required-on-the-pathway-not-done", Told(charged.Auditing(Hernia)));
    }

    [Fact]
    public void What_is_still_ordered_is_judged_before_discharge_too() =>
        Assert.Equal(["not-needed-on-the-pathway"], Told(Entered.Charged(Items.Nursing, 1).Signed(Ordered.Drug(Items.Aspirin)).Auditing(Hernia, 2)));

    [Fact]
    public void An_order_of_a_code_that_maps_to_nothing_may_be_what_is_required()
    {
        var uncoded = Ordered.Service(Items.Nursing) with { ItemCode = null, ItemHospitalCode = "不明" };

        var answer = Entered.Signed(uncoded).Auditing(Hernia);

        Assert.Equal(["pathway.OrdersRead"], Assert.Single(answer.Findings, finding => finding.Rule == "required-on-the-pathway-not-done").MissingInputs);
        Assert.DoesNotContain("required-on-the-pathway-not-done", Told(Entered.Signed(uncoded).Charged(Items.Nursing, 1).Auditing(Hernia)));
    }

    [Fact]
    public void Without_an_admission_nobody_knows_the_day()
    {
        var unknown = Inpatient.Unknown().With(new PathwayEntered("P1", null) { Id = "enter", OccurredAt = When.Day(1, 7) });

        Assert.Equal("pathway.StayDay", Assert.Single(unknown.Ordering(Hernia, Ordered.Drug(Items.Aspirin)).Blind).Input);
        Assert.Contains(unknown.Auditing(Hernia).Blind, blind => blind.Input == "pathway.Omitted");
    }

    [Fact]
    public void One_more_item_that_was_omitted_is_told_again()
    {
        var rules = Rulebook.With(
            ("pathways", "pathway,name,enrolled_by\nP1,疝,事件\n"),
            ("pathway_items", $"{Header}\n{Items.Nursing},护理,P1,入院,1,2,必选,,是,\n{Items.Oxygen},吸氧,P1,入院,3,3,必选,,是,\n"));
        var told = Entered.Auditing(rules, 2).Findings.Single();
        var decided = Entered.Decided(told, DecisionKind.Overridden);

        Assert.True(decided.Auditing(rules, 2).Findings.Single().Folded);
        Assert.False(decided.Auditing(rules, 3).Findings.Single().Folded);
    }

    [Fact]
    public void A_new_version_asks_for_what_it_lists_from_its_first_day()
    {
        var dates = $"{Header},effective_from,effective_to";
        var rules = Rulebook.With(
            ("pathways", "pathway,name,enrolled_by,effective_from,effective_to\nP1,旧版,事件,,2026-03-03\nP1,新版,事件,2026-03-04,\n"),
            ("pathway_items", $"{dates}\n{Items.Nursing},护理,P1,入院,1,2,必选,,是,,,2026-03-03\n{Items.Nursing},护理,P1,入院,1,2,必选,,是,,2026-03-04,\n{Items.Oxygen},吸氧,P1,入院,1,2,必选,,是,,2026-03-04,\n{Items.Monitor},监测,P1,入院,3,3,必选,,是,,2026-03-04,\n"));

        var found = Assert.Single(Entered.Auditing(rules, 5).Findings);

        // Days 1 and 2 were under the old version, which asked for no oxygen.
        Assert.Equal("临床路径“新版”必选项目未开立也未收费：护理（住院第1～2天）、监测（住院第3天）", found.Message);
    }

    [Fact]
    public void Preferred_is_what_the_hospital_has_a_price_of()
    {
        var rules = Rulebook.With(
            ("pathways", "pathway,name,enrolled_by\nP1,疝,事件\n"),
            ("pathway_preferences", $"item_code,pathway,class_name,preferred_codes\nXB01*,P1,抗栓药,{Items.Ticagrelor}|{Items.SmallAspirin}\nXA11*,P1,维生素,{Items.Ticagrelor}\nXN02*,P1,镇痛药,{Items.ColdRemedy}\n"));

        // Of aspirin the list has a price, of the preferred ones it has none: the hospital does not keep them.
        Assert.Empty(Entered.Ordering(rules, Ordered.Drug(Items.Aspirin)).Findings);
        Assert.Empty(Entered.Ordering(rules, Ordered.Drug(Items.Vitamin)).Findings);
        // Of clopidogrel and paracetamol it has none either: nothing is known of what the hospital keeps.
        Assert.Contains("优先使用替格瑞洛片、阿司匹林肠溶片", Entered.Ordering(rules, Ordered.Drug(Items.Clopidogrel)).Findings.Single().Message);
        Assert.Contains("镇痛药优先使用复方氨酚烷胺片", Entered.Ordering(rules, Ordered.Drug(Items.Paracetamol)).Findings.Single().Message);
        Assert.Empty(Entered.Ordering(rules, Ordered.Drug(Items.Ticagrelor)).Findings);
    }

    [Fact]
    public void Days_around_the_operation_count_from_an_arranged_one_at_ordering_and_from_one_that_was_done_before_discharge()
    {
        var rules = Rulebook.With(
            ("pathways", "pathway,name,operations,enrolled_by\nP1,疝,53,事件\n"),
            ("pathway_items", $"{Header}\n{Items.Aspirin},阿司匹林,P1,手术,-1,0,不需要,,是,\n{Items.Nursing},护理,P1,手术,0,1,必选,,是,\n"));
        var arranged = Entered.With(new ProcedureRecorded("53.0000", "疝修补术", true, null) { Id = "op", OccurredAt = When.Day(2, 9), Planned = true });

        Assert.Equal(["not-needed-on-the-pathway"], Told(arranged.Ordering(rules, Ordered.Drug(Items.Aspirin))));
        Assert.Equal(["pathway.OmittedAroundOperation"], Assert.Single(arranged.Auditing(rules, 5).Findings).MissingInputs);
    }

    [Fact]
    public void Nothing_is_allocated_for_the_pathways_of_a_patient_who_is_on_none()
    {
        var request = new CheckRequest([Ordered.Drug(Items.Aspirin)], Stage.Order);
        var state = Inpatient.Male(50).With(new BudgetGiven("BR21", "脑梗死", Money.FromYuan(100), Money.FromYuan(90), "HIS") { Id = "budget", OccurredAt = When.Day(1) }).State;

        Assert.Equal(Bytes(Rulebook.Empty), Bytes(Hernia));

        long Bytes(Rulebook rules)
        {
            var least = long.MaxValue;
            for (var round = 0; round < 50; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                Evaluator.CheckOrders("check", rules.Release, rules.Dictionary, state, request, When.Day(1));
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }
            return least;
        }
    }

    private static string[] Told(CheckAnswer answer) => [.. answer.Findings.Where(finding => !finding.Undetermined).Select(finding => finding.Rule)];
}
