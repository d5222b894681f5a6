using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Who is shown what, how loudly and how much of it, as the release's alerts/ says.</summary>
public sealed class AlertTests
{
    private static readonly string[] Services = [Items.Infusion, Items.Nursing, Items.Bed, Items.Acupuncture, Items.Moxibustion];
    private static readonly string ForWomen = "item_code,sex\n" + string.Concat(Services.Select(item => $"{item},女\n"));
    private static readonly RuleFile MergeFromThree = new("alerts/cards.csv", "role,max_cards,merge_from\n*,10,3\n");

    [Fact]
    public void A_folder_without_alerts_shows_everything_to_everybody_without_tiers()
    {
        var answer = Asked(With(), Role.Nurse, Ordered.Service(Items.Infusion), Ordered.Service(Items.Bed));

        Assert.Equal(2, answer.Findings.Count);
        Assert.All(answer.Findings, finding => Assert.Equal((null, 0, 0), (finding.Tier, finding.For.Count, finding.Also.Count)));
        Assert.Empty(answer.Routed);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    public void So_many_findings_of_a_rule_become_one_card(int orders, int cards)
    {
        var answer = Asked(With(MergeFromThree), Role.Doctor, [.. Services.Take(orders).Select(item => Ordered.Service(item))]);

        Assert.Equal(cards, answer.Findings.Count);
        Assert.Equal(orders, answer.Findings.Sum(finding => 1 + finding.Also.Count));
    }

    [Fact]
    public void Fifty_orders_are_one_card_that_names_and_counts_each_with_its_own_key_and_amount()
    {
        var orders = Enumerable.Range(0, 50).Select(place => Ordered.Service(Services[place % 5], day: 1 + (place / 5))).ToArray();

        var card = Assert.Single(Asked(With(MergeFromThree), Role.Doctor, orders).Findings);

        Assert.Contains("同一规则共50项", card.Message, StringComparison.Ordinal);
        Assert.Equal(orders.Select(order => order.Id).Order(StringComparer.Ordinal), card.AlsoOrderIds.Append(card.Offender!.OrderId!).Order(StringComparer.Ordinal));
        Assert.Equal(50, card.AllKeys().Distinct().Count());
        var alone = orders.SelectMany(order => Asked(With(MergeFromThree), Role.Doctor, order).Findings).ToList();
        Assert.Equal(alone.Select(finding => finding.Key).Order(StringComparer.Ordinal), card.AllKeys().Order(StringComparer.Ordinal));
        Assert.Equal(alone.Sum(finding => finding.Amount?.ToYuan() ?? 0), card.Amount?.ToYuan() ?? 0);
        Assert.All(card.Also, also => Assert.Contains(alone, finding => (finding.Key, finding.Message, finding.Amount) == (also.Key, also.Message, also.Amount)));
    }

    [Fact]
    public void One_reason_for_the_card_folds_each_of_its_orders_alone_and_together_but_no_new_one()
    {
        var rules = With(MergeFromThree);
        var orders = Services.Take(4).Select(item => Ordered.Service(item)).ToArray();
        var card = Assert.Single(Asked(rules, Role.Doctor, orders).Findings);
        var decided = Inpatient.Male(62).With(new DecisionRecorded("check", card.Key, DecisionKind.Overridden, "术前准备", false)
        {
            Id = "d1",
            OccurredAt = When.Day(1),
            AlsoKeys = [.. card.Also.Select(also => also.Key)],
        });

        Assert.True(Assert.Single(Asked(decided, rules, Role.Doctor, orders).Findings).Folded);
        Assert.All(orders, order => Assert.True(Assert.Single(Asked(decided, rules, Role.Doctor, order).Findings).Folded));
        var more = Asked(decided, rules, Role.Doctor, [.. orders, Ordered.Service(Services[4])]);
        Assert.Equal([(false, Services[4])], more.Findings.Where(finding => !finding.Folded).Select(finding => (finding.Folded, finding.Offender!.ItemCode!)));
    }

    [Fact]
    public void What_nobody_could_tell_is_not_on_the_card_of_what_was_found()
    {
        var unknown = Inpatient.Admitted(new() { BirthTime = When.Day(1).AddYears(-40), InsuType = "310" });

        var cards = Asked(unknown, With(MergeFromThree), Role.Doctor, [.. Services.Take(3).Select(item => Ordered.Service(item))]).Findings;

        Assert.True(Assert.Single(cards).Undetermined);
    }

    [Fact]
    public void Safety_goes_to_the_pharmacist_and_is_counted_for_the_doctor_never_lost()
    {
        var rules = With("\"payment\"", "\"safety\"", new RuleFile("alerts/routing.csv", "domain,roles\nsafety,pharmacist\n"));
        var order = Ordered.Service(Items.Infusion);

        var doctor = Asked(rules, Role.Doctor, order);
        Assert.Empty(doctor.Findings);
        Assert.Equal([Role.Pharmacist], Assert.Single(doctor.Routed).For);
        Assert.Equal(doctor.Routed[0].Key, Assert.Single(Asked(rules, Role.Pharmacist, order).Findings).Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.His)]
    [InlineData(Role.Administrator)]
    public void Whoever_acts_for_others_is_shown_everything_and_for_whom_it_is(Role? reader)
    {
        var rules = With(new RuleFile("alerts/routing.csv", "domain,roles\npayment,officer|nurse\n"));

        Assert.Equal([Role.Officer, Role.Nurse], Assert.Single(Asked(rules, reader, Ordered.Service(Items.Infusion)).Findings).For);
    }

    [Theory]
    [InlineData("性别", Role.Doctor)]
    [InlineData("年龄", Role.Nurse)]
    public void A_familys_own_row_goes_before_the_one_of_its_domain(string family, Role reader)
    {
        var rules = With(new RuleFile("alerts/routing.csv", $"domain,family,roles\npayment,,nurse\npayment,{family},doctor\n"));

        Assert.Equal([reader], Assert.Single(Asked(rules, null, Ordered.Service(Items.Infusion)).Findings).For);
    }

    [Fact]
    public void A_domain_that_the_routing_does_not_name_is_everybodys()
    {
        var rules = With(new RuleFile("alerts/routing.csv", "domain,roles\nsafety,pharmacist\n"));

        Assert.Empty(Assert.Single(Asked(rules, Role.Nurse, Ordered.Service(Items.Infusion)).Findings).For);
    }

    [Theory]
    [InlineData("payment,violation,justify,interrupt\n*,*,*,show\n", Tier.Interrupt, false)]
    [InlineData("price,*,*,interrupt\n*,*,*,show\n", Tier.Show, false)]
    [InlineData("*,*,*,list\n", Tier.List, true)]
    public void The_first_row_that_fits_says_how_loud_a_finding_is(string rows, Tier tier, bool more)
    {
        var rules = With(new RuleFile("alerts/tiers.csv", "domain,severity,response,tier\n" + rows));

        var finding = Assert.Single(Asked(rules, Role.Doctor, Ordered.Service(Items.Infusion)).Findings);

        Assert.Equal((tier, more), (finding.Tier, finding.More));
    }

    [Fact]
    public void What_weighs_more_comes_first_whatever_else_it_is()
    {
        Finding Told(string rule, Domain domain, Response response) => new()
        {
            Key = rule,
            Rule = rule,
            Title = rule,
            Family = "性别",
            Domain = domain,
            Severity = Severity.Violation,
            Response = response,
            Message = rule,
        };
        var settings = new AlertSettings { Tiers = [new(Domain.Coding, null, null, Tier.Show, 5), new(null, null, null, Tier.Show, 0)] };

        var arranged = FindingFold.Arrange(
            [Told("block", Domain.Payment, Response.Block), Told("coding", Domain.Coding, Response.Inform)],
            new Dictionary<string, DecisionKind>(), new Reader(null, [], 0), settings);

        Assert.Equal(["coding", "block"], arranged.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void A_role_has_its_own_number_of_cards_and_the_caller_may_ask_for_another()
    {
        var rules = With(new RuleFile("alerts/cards.csv", "role,max_cards\n*,1\nofficer,2\n"));
        Order[] orders = [.. Services.Take(3).Select(item => Ordered.Service(item))];

        Assert.Equal(1, Asked(rules, Role.Doctor, orders).Findings.Count(finding => !finding.More));
        Assert.Equal(2, Asked(rules, Role.Officer, orders).Findings.Count(finding => !finding.More));
        var asked = Evaluator.CheckOrders(
            "c", rules.Release, rules.Dictionary, Inpatient.Male(62).State, new CheckRequest(orders, Stage.Order, 3) { Reader = Role.Doctor }, When.Day(1));
        Assert.DoesNotContain(asked.Findings, finding => finding.More);
    }

    [Fact]
    public void Arranging_changes_nothing_of_what_was_found()
    {
        Order[] orders = [.. Services.Select(item => Ordered.Service(item))];

        var plain = Asked(With(), Role.Doctor, orders);
        var arranged = Asked(With(MergeFromThree, new RuleFile("alerts/routing.csv", "domain,roles\npayment,officer\n")), Role.Doctor, orders);

        Assert.Equal(
            plain.Findings.Select(finding => finding.Key).Order(StringComparer.Ordinal),
            arranged.Routed.SelectMany(finding => finding.AllKeys()).Order(StringComparer.Ordinal));
        Assert.Equal(plain.UndeterminedCount, arranged.UndeterminedCount);
    }

    private static Rulebook With(params RuleFile[] alerts) => With("\"payment\"", "\"payment\"", alerts);

    private static Rulebook With(string text, string replacement, params RuleFile[] alerts) => Rulebook.Of(
        [
            .. Rules.Folders.StarterRules().Where(file => file.Path == "payment/sex.json")
                .Select(file => file with { Text = file.Text.Replace($"\"domain\": {text}", $"\"domain\": {replacement}", StringComparison.Ordinal) }),
            .. alerts,
        ],
        ("sex_limits", ForWomen));

    private static CheckAnswer Asked(Rulebook rules, Role? reader, params Order[] orders) => Asked(Inpatient.Male(62), rules, reader, orders);

    private static CheckAnswer Asked(Inpatient patient, Rulebook rules, Role? reader, params Order[] orders) => Evaluator.CheckOrders(
        "check", rules.Release, rules.Dictionary, patient.State, new CheckRequest(orders, Stage.Order) { Reader = reader }, When.Day(1, 12));
}
