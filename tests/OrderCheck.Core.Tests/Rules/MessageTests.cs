using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

public sealed class MessageTests
{
    private static readonly FrequencyLimit OnceADay = new() { ItemName = "住院诊查费", MaxQuantity = 1.50m, Unit = "日", Window = "单日" };

    private static CompiledRule Rule(string message, string expression = "use.OnDay() > limit.MaxQuantity") =>
        Folders.Built(Folders.With(RuleJson.File(RuleJson.Rule(expression, "frequency_limits").Set("ErrorMessage", message)))).Rules[0];

    [Theory]
    [InlineData("【$(item.Name)】每日最多$(limit.MaxQuantity)$(limit.Unit)", "【住院诊查费】每日最多1.5日")]
    [InlineData("已达$(use.OnDay())", "已达2.0001")]
    [InlineData("患者为$(patient.Sex)性", "患者为未知性")]
    [InlineData("来源：$(limit.Source)。", "来源：。")]
    [InlineData("出院带药：$(line.DischargeMedication)", "出院带药：否")]
    [InlineData("$(use.InHours(24))$(use.InHours(24))", "33")]
    [InlineData("没有占位", "没有占位")]
    [InlineData("$5", "$5")]
    public void A_placeholder_reads_as_people_write_it(string message, string expected)
    {
        var facts = new CaseFacts { OnDayIs = 2.00010m, InHoursIs = 3 }.Of(OnceADay);

        Assert.Equal(expected, Rule(message).Message(facts));
    }

    [Fact]
    public void The_facts_compared_are_named_labelled_and_told_each_once_in_the_order_of_the_text()
    {
        var rule = Rule("x", "limit.Window == \"单日\" && use.OnDay() > limit.MaxQuantity && (use.OnDay() > 0 || line.UnitPrice > 1)");

        var facts = rule.Facts(new CaseFacts { OnDayIs = 2 }.Of(OnceADay, facts => facts.Line.UnitPrice = 12.5m));

        Assert.Equal(
            [
                new ComparedFact("limit.Window", "时间窗", "单日"),
                new ComparedFact("use.OnDay", "当日用量", "2"),
                new ComparedFact("limit.MaxQuantity", "上限数量", "1.5"),
                new ComparedFact("line.UnitPrice", "单价", "12.50元"),
            ],
            facts);
    }

    [Fact]
    public void What_the_row_does_not_limit_is_left_out_of_the_facts()
    {
        var rule = Folders.Built(Folders.Starter()).Rules.Single(rule => rule.Definition.Name == "item-outside-age");

        var facts = rule.Facts(new CaseFacts().Of(new AgeLimit { MaxAge = 17, AgeUnit = "岁" }, facts => facts.Patient.AgeYears = 40));

        Assert.Equal(["patient.Age", "limit.AgeUnit", "limit.MaxAge"], facts.Select(fact => fact.Name));
        Assert.Equal("40", facts[0].Value);
    }
}
