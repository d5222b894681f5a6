using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

public sealed class CertaintyTests
{
    private static CompiledRule Rule(string expression, string knowledge = "sex_limits") =>
        Folders.Built(Folders.With(RuleJson.File(RuleJson.Rule(expression, knowledge)))).Rules[0];

    private static readonly SexLimit Male = new() { Sex = "男" };

    private static readonly FacilityLimit AtLeastSecond = new() { LowestLevel = 2 };

    [Fact]
    public void A_fact_that_is_not_known_is_a_missing_input_by_its_name() =>
        Assert.Equal("patient.Sex", Rule("limit.Sex != patient.Sex").MissingInput(new CaseFacts().Of(Male)));

    [Fact]
    public void A_fact_that_is_known_is_none() =>
        Assert.Null(Rule("limit.Sex != patient.Sex").MissingInput(new CaseFacts().Of(Male, facts => facts.Patient.Sex = "女")));

    [Fact]
    public void The_first_missing_input_in_the_order_of_the_text_is_named() =>
        Assert.Equal("visit.Mode", Rule("visit.Mode == \"住院\" || patient.Sex == \"男\"").MissingInput(new CaseFacts().Of(Male)));

    [Theory]
    [InlineData("patient.Sex == \"女\" || visit.Mode == \"住院\"")]
    [InlineData("visit.Mode == \"住院\" || patient.Sex == \"女\"")]
    public void True_or_unknown_is_true(string expression)
    {
        var facts = new CaseFacts().Of(Male, facts => facts.Patient.Sex = "女");

        Assert.Null(Rule(expression).MissingInput(facts));
        Assert.True(Rule(expression).Matches(facts));
    }

    [Theory]
    [InlineData("patient.Sex == \"男\" && visit.Mode == \"住院\"")]
    [InlineData("visit.Mode == \"住院\" && patient.Sex == \"男\"")]
    public void False_and_unknown_is_false(string expression)
    {
        var facts = new CaseFacts().Of(Male, facts => facts.Patient.Sex = "女");

        Assert.Null(Rule(expression).MissingInput(facts));
        Assert.False(Rule(expression).Matches(facts));
    }

    [Theory]
    [InlineData("patient.Sex == \"女\" && visit.Mode == \"住院\"")]
    [InlineData("patient.Sex == \"男\" || visit.Mode == \"住院\"")]
    [InlineData("!(patient.Sex == \"男\" || visit.Mode == \"住院\")")]
    [InlineData("patient.Sex == \"女\" ? visit.Mode == \"住院\" : true")]
    public void What_the_unknown_decides_is_undetermined(string expression) =>
        Assert.Equal("visit.Mode", Rule(expression).MissingInput(new CaseFacts().Of(Male, facts => facts.Patient.Sex = "女")));

    [Fact]
    public void The_branch_that_is_not_taken_may_be_unknown() =>
        Assert.Null(Rule("patient.Sex == \"男\" ? visit.Mode == \"住院\" : true").MissingInput(new CaseFacts().Of(Male, facts => facts.Patient.Sex = "女")));

    [Theory]
    [InlineData("budget.StandardCost != null && budget.Before < budget.StandardCost")]
    [InlineData("budget.StandardCost.HasValue && budget.Before < budget.StandardCost")]
    public void A_rule_that_asks_whether_a_fact_is_known_has_dealt_with_it(string expression) =>
        Assert.Null(Rule(expression).MissingInput(new CaseFacts().Of(Male)));

    [Fact]
    public void A_limit_that_the_row_does_not_set_needs_no_fact()
    {
        var rule = Rule("hospital.Level < limit.LowestLevel || hospital.Level > limit.HighestLevel", "facility_limits");

        Assert.Null(rule.MissingInput(new CaseFacts().Of(new FacilityLimit { Types = "中医" })));
        Assert.Equal("hospital.Level", rule.MissingInput(new CaseFacts().Of(AtLeastSecond)));
        Assert.Null(rule.MissingInput(new CaseFacts().Of(AtLeastSecond, facts => facts.Hospital.Level = 1)));
    }

    [Fact]
    public void A_price_ceiling_for_every_level_does_not_ask_for_the_level()
    {
        var rule = Rule("(limit.Level == null || limit.Level == hospital.Level) && line.UnitPrice > limit.Ceiling", "price_ceilings");

        Assert.Null(rule.MissingInput(new CaseFacts().Of(new PriceCeiling { Ceiling = 10 }, facts => facts.Line.UnitPrice = 11)));
        Assert.Equal("hospital.Level", rule.MissingInput(new CaseFacts().Of(new PriceCeiling { Ceiling = 10, Level = 3 }, facts => facts.Line.UnitPrice = 11)));
        Assert.Null(rule.MissingInput(new CaseFacts().Of(new PriceCeiling { Ceiling = 10, Level = 3 }, facts => facts.Line.UnitPrice = 9)));
    }

    [Fact]
    public void No_earlier_use_is_no_missing_input() =>
        Assert.Null(Rule("use.DaysSinceLast() < 14").MissingInput(new CaseFacts().Of(Male)));

    [Fact]
    public void A_question_of_the_row_about_an_unknown_fact_is_undetermined() =>
        Assert.Equal("visit.Mode", Rule("!limit.Allows(visit.Mode)", "visit_limits").MissingInput(new CaseFacts().Of(new VisitLimit { AllowedModes = "住院" })));

    [Fact]
    public void An_age_asked_for_in_a_unit_is_missing_where_the_birth_is_not_known() =>
        Assert.Equal("patient.Age", Rule("patient.Age(limit.AgeUnit) > limit.MaxAge", "age_limits").MissingInput(new CaseFacts().Of(new AgeLimit { MaxAge = 17, AgeUnit = "岁" })));
}
