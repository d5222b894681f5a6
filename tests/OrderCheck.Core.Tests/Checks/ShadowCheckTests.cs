using OrderCheck.Core.Checks;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

public sealed class ShadowCheckTests
{
    private const string Knowledge = $"item_code,max_quantity,window\n{Items.Infusion},1,单日\n";

    [Fact]
    public void Shadow_rules_speak_only_behind_the_answer_and_shown_rules_only_in_it()
    {
        var rules = Rulebook.Of([RuleJson.File(Rule("shown", "active"), Rule("hidden", "shadow"), Rule("planned", "draft"))], ("frequency_limits", Knowledge));
        var request = new CheckRequest([Ordered.Service(Items.Infusion, quantity: 2)], Stage.Order);
        var patient = Inpatient.Male(62);

        var answer = Evaluator.CheckOrders("check", rules.Release, rules.Dictionary, patient.State, request, When.Day(1, 12));
        var shadow = ShadowCheck.Judge(ShadowCheck.IdOf("check"), rules.Release, rules.Dictionary, patient.State, request, [], When.Day(1, 12));

        Assert.Equal(["shown"], answer.Findings.Select(finding => finding.Rule));
        Assert.Equal(["hidden"], shadow!.Findings.Select(finding => finding.Rule));
        Assert.True(ShadowCheck.IsShadow(shadow.CheckId));
        Assert.False(ShadowCheck.IsShadow(answer.CheckId));
    }

    [Fact]
    public void What_needs_no_rule_file_is_said_once()
    {
        var rules = Rulebook.Of([RuleJson.File(Rule("hidden", "shadow"))], ("frequency_limits", Knowledge));
        var unknown = Ordered.Service("009999999999999");
        var request = new CheckRequest([unknown, Ordered.Service(Items.Infusion, quantity: 2)], Stage.Order);

        var shadow = ShadowCheck.Judge("check", rules.Release, rules.Dictionary, Inpatient.Male(62).State, request, [], When.Day(1, 12));

        Assert.Equal(["hidden"], shadow!.Findings.Select(finding => finding.Rule));
        Assert.Empty(shadow.Flags);
    }

    [Theory]
    [InlineData(Items.Infusion, true)]
    [InlineData(Items.Bed, false)]
    public void What_no_shadow_rule_is_about_is_not_judged_a_second_time(string ordered, bool judged)
    {
        var rules = Rulebook.Of([RuleJson.File(Rule("hidden", "shadow"))], ("frequency_limits", Knowledge));

        var shadow = ShadowCheck.Judge(
            "check", rules.Release, rules.Dictionary, Inpatient.Male(62).State, new CheckRequest([Ordered.Service(ordered)], Stage.Order), [], When.Day(1, 12));

        Assert.Equal(judged, shadow is not null);
    }

    [Fact]
    public void Where_no_rule_is_in_shadow_there_is_nothing_to_do() =>
        Assert.Null(ShadowCheck.Judge(
            "check", Rulebook.Empty.Release, Rulebook.Empty.Dictionary, Inpatient.Male(62).State, new CheckRequest([Ordered.Service(Items.Infusion)], Stage.Order), [], When.Day(1, 12)));

    [Fact]
    public void A_rule_that_cannot_tell_is_named_with_what_it_lacks_whether_it_shows_that_or_not()
    {
        var rules = Rulebook.Of(
            [RuleJson.File(Rule("loud", "active", "patient.Sex == \"男\""), Rule("quiet", "active", "patient.Sex == \"男\"").SetProperty("undetermined", "silent"))],
            ("frequency_limits", Knowledge));

        var answer = Inpatient.Unknown().Ordering(rules, Ordered.Service(Items.Infusion), Ordered.Service(Items.Infusion, day: 2));

        Assert.Equal([new BlindRule("loud", "patient.Sex", 2), new BlindRule("quiet", "patient.Sex", 2)], answer.Blind.OrderBy(blind => blind.Rule));
        Assert.Equal(4, answer.UndeterminedCount);
    }

    private static System.Text.Json.Nodes.JsonObject Rule(string name, string state, string expression = "use.OnDay() > limit.MaxQuantity") =>
        RuleJson.Rule(expression, "frequency_limits", name).SetProperty("state", state);
}
