using System.Diagnostics;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

public sealed class HostileExpressionTests
{
    public static TheoryData<string> Expressions() => [.. HostileExpressions.Refused];

    [Fact]
    public void There_are_at_least_sixty_of_them_and_none_twice()
    {
        Assert.True(HostileExpressions.Refused.Count + HostileExpressions.Contained.Count >= 60);
        Assert.Equal(HostileExpressions.Refused.Count, HostileExpressions.Refused.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_hostile_or_meaningless_expression_is_refused_with_its_place(string expression)
    {
        var watch = Stopwatch.StartNew();

        var build = ReleaseBuilder.Build(Folders.With(RuleJson.File(RuleJson.Rule(expression))), 1);

        Assert.Null(build.Release);
        Assert.All(build.Faults, fault => Assert.Equal("payment/test.json", fault.File));
        Assert.Contains(build.Faults, fault => fault.Line == 6 && fault.Column > 1);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    public static TheoryData<string> LongButHarmless() =>
    [
        string.Join(" || ", Enumerable.Repeat("1<0", 280)),
        string.Join(" && ", Enumerable.Repeat("patient.Sex != null", 80)),
        string.Join("*", Enumerable.Repeat("9", 900)) + ">0",
        "limit.Sex == \"" + new string('男', 1_900) + "\"",
        new string('(', 30) + "true" + new string(')', 30),
        // Odd, but no more than a comparison.
        "SexLimit(limit).Sex == null",
        "patient.Sex = \"男\"",
    ];

    [Theory]
    [MemberData(nameof(LongButHarmless))]
    public void A_long_expression_of_admitted_parts_is_compiled_or_refused_in_bounded_time(string expression)
    {
        var watch = Stopwatch.StartNew();

        var build = ReleaseBuilder.Build(Folders.With(RuleJson.File(RuleJson.Rule(expression))), 1);

        Assert.True((build.Release is null) == (build.Faults.Count > 0));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    public static TheoryData<string> Contained() => [.. HostileExpressions.Contained];

    /// <summary>What can only be seen when it runs: that rule fails, or says nothing; the others judge, and the caller has its answer.</summary>
    [Theory]
    [MemberData(nameof(Contained))]
    public void A_rule_that_fails_when_it_runs_fails_alone(string expression)
    {
        const string Rows = $"item_code,max_quantity,window\n{Items.Infusion},1,单日\n";
        var rules = Rulebook.Of(
            [RuleJson.File(RuleJson.Rule(expression, "frequency_limits", "hostile"), RuleJson.Rule("use.OnDay() > limit.MaxQuantity", "frequency_limits", "honest"))],
            ("frequency_limits", Rows));
        var watch = Stopwatch.StartNew();

        var ordered = Inpatient.Male(62).Ordering(rules, Ordered.Service(Items.Infusion, quantity: 2, frequency: "q1h", days: 30));
        var charged = Inpatient.Male(62).Charging(rules, Billed.Line(Items.Infusion, 2, day: 2));

        foreach (var answer in new[] { ordered, charged })
        {
            Assert.Contains(answer.Findings, finding => finding.Rule == "honest");
            Assert.Equal(answer.State == CheckState.Complete, answer.StateReasons.All(reason => reason.Subject != "hostile"));
        }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("use.OnDay() / (use.OnDay() - use.OnDay()) > 1")]
    [InlineData("use.OnDay() * 9999999999 * 9999999999 * 9999999999 > 1")]
    [InlineData("patient.Age(\"世纪\") > 1")]
    public void The_answer_names_the_rule_that_failed(string expression)
    {
        var rules = Rulebook.Of([RuleJson.File(RuleJson.Rule(expression, "frequency_limits", "hostile"))], ("frequency_limits", $"item_code,max_quantity,window\n{Items.Infusion},1,单日\n"));

        var answer = Inpatient.Male(62).Ordering(rules, Ordered.Service(Items.Infusion));

        Assert.Equal(CheckState.Partial, answer.State);
        Assert.Equal(("rule_failed", "hostile"), (Assert.Single(answer.StateReasons).Code, answer.StateReasons[0].Subject));
    }
}
