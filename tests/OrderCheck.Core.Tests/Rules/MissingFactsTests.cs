using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>An undetermined verdict names the facts that made it so, not whatever else is unknown; a known part that suffices makes it certain.</summary>
public sealed class MissingFactsTests
{
    private static readonly SexLimit Male = new() { Sex = "男" };
    private static readonly FrequencyLimit Twice = new() { MaxQuantity = 2, Window = "单日" };

    [Theory]
    [InlineData("(visit.Mode == \"住院\" || patient.Sex == \"女\") && patient.AgeYears > 18", "patient.AgeYears")]
    [InlineData("patient.AgeYears > 18 && (visit.Mode == \"住院\" || patient.Sex == \"女\")", "patient.AgeYears")]
    [InlineData("(visit.Mode == \"住院\" && patient.Sex == \"男\") || patient.AgeYears > 18", "patient.AgeYears")]
    [InlineData("!(visit.Mode == \"住院\" && patient.Sex == \"男\") && !(patient.AgeYears > 18)", "patient.AgeYears")]
    [InlineData("visit.Mode == \"住院\" || patient.AgeYears > 18", "visit.Mode patient.AgeYears")]
    [InlineData("patient.AgeYears > 18 && patient.AgeYears < 60 && visit.Mode == \"住院\"", "patient.AgeYears visit.Mode")]
    [InlineData("patient.Sex == \"女\" ? patient.AgeYears > 18 : visit.Mode == \"住院\"", "patient.AgeYears")]
    [InlineData("patient.Sex == \"女\" || visit.Mode == \"住院\"", "")]
    public void The_facts_that_keep_it_from_being_certain_are_named(string expression, string missing)
    {
        var rule = Rule(expression, "sex_limits");
        var facts = new CaseFacts().Of(Male, facts => facts.Patient.Sex = "女");

        Assert.Equal(missing, string.Join(' ', rule.MissingInputs(facts).Select(entry => entry.Name)));
        Assert.Equal(missing.Split(' ')[0], rule.MissingInput(facts) ?? "");
    }

    [Fact]
    public void A_condition_within_a_condition_within_a_condition_takes_no_longer_for_each()
    {
        // Twenty, each on the right of the one before: were a part looked at twice for each that it is in, this would be a million.
        var expression = "visit.Mode == \"住院\"";
        for (var i = 0; i < 20; i++)
            expression = i % 2 == 0 ? $"patient.Sex == \"女\" && ({expression})" : $"patient.AgeYears > {i} || ({expression})";
        var rule = Rule(expression, "sex_limits");

        var facts = new CaseFacts().Of(Male, facts => facts.Patient.Sex = "女");
        Assert.Equal("patient.AgeYears visit.Mode", string.Join(' ', rule.MissingInputs(facts).Select(entry => entry.Name)));
        Assert.Null(rule.MissingInput(new CaseFacts().Of(Male, facts => (facts.Patient.Sex, facts.Patient.AgeYears) = ("女", 20))));
    }

    [Theory]
    [InlineData("use.OnDay() > limit.MaxQuantity", true)]
    [InlineData("limit.MaxQuantity < use.OnDay()", true)]
    [InlineData("use.InWeek() + use.OnDay() >= limit.MaxQuantity && hospital.Level > 1", true)]
    [InlineData("use.OnDay() < limit.MaxQuantity", false)]
    [InlineData("!(use.OnDay() > limit.MaxQuantity)", false)]
    [InlineData("use.OnDay() == 9", false)]
    [InlineData("use.OnDay() > use.InWeek()", false)]
    [InlineData("use.OnDay() - use.InWeek() > limit.MaxQuantity", false)]
    [InlineData("use.OnDay() > limit.MaxQuantity && visit.Mode == \"住院\"", false)]
    [InlineData("hospital.Level > 1", false)]
    public void A_known_part_suffices_where_the_rest_can_only_add(string expression, bool suffices)
    {
        // Here nothing of the sums is missing; what is asked is whether the rule may be told by a part of them.
        var facts = new CaseFacts { OnDayIs = 3, InWeekIs = 3 }.Of(Twice, facts => facts.Hospital.Level = 3);

        Assert.Equal(suffices, Rule(expression, "frequency_limits").MatchesByKnownPart(facts));
        Assert.False(facts.Use.KnownPart);
    }

    private static CompiledRule Rule(string expression, string knowledge) =>
        Folders.Built(Folders.With(RuleJson.File(RuleJson.Rule(expression, knowledge)))).Rules[0];
}
