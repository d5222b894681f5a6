using OrderCheck.Core.Grouping.Language;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

public sealed class RuleParserTests
{
    [Theory]
    [InlineData("ZYSS on OP_A", 1, 6, "'on' stands where 'in' or 'not in' is expected")]
    [InlineData("ZYZD in DI_A and\nand NL = 0", 2, 1, "'and' stands where")]
    [InlineData("(ZYZD in DI_A", 1, 14, "ends where ')' is expected")]
    [InlineData("ZYZD in OP_A", 1, 9, "OP_A holds procedures")]
    [InlineData("{ZYZD, ZYSS} in DI_A", 1, 8, "can't be looked up together")]
    [InlineData("ZYZD in MCC", 1, 9, "only QTZD can be in it")]
    [InlineData("NL >= seventy", 1, 7, "a whole number")]
    [InlineData("NL >= 99999999999", 1, 7, "too large")]
    [InlineData("ZYZD in DI_A; drop", 1, 13, "';' is not part of the rule language")]
    [InlineData("AGE > 3", 1, 1, "'AGE' is no variable")]
    [InlineData("length(OP_A ∩ {ZYSS, QTSS}) >=", 1, 31, "a whole number")]
    public void A_rule_that_does_not_read_is_refused_at_its_line_and_column(string rule, int line, int column, string message)
    {
        var refused = Assert.Throws<RuleSyntaxException>(() => RuleParser.Parse(rule));

        Assert.Equal((line, column), (refused.Line, refused.Column));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("1")]
    [InlineData("_x000D_\n")]
    public void An_empty_rule_or_1_always_holds(string rule) => Assert.IsType<RuleNode.Always>(RuleParser.Parse(rule));

    [Fact]
    public void And_binds_tighter_than_or()
    {
        var rule = Assert.IsType<RuleNode.Any>(RuleParser.Parse("NL = 1 or NL = 2 and NL = 3"));

        Assert.IsType<RuleNode.All>(rule.Parts[1]);
    }

    [Fact]
    public void A_workbooks_line_breaks_and_capitals_change_nothing()
    {
        var plain = RuleParser.Parse("(ZYSS in OP1_D) or (ZYSS in OP2_D and NL<=6)");
        var workbook = RuleParser.Parse("(ZYSS in OP1_D_x000D_\n) OR (ZYSS In OP2_D AND_x000D_\nNL<=6)");

        Assert.Equal(Shape(plain), Shape(workbook));
    }

    [Fact]
    public void A_rule_nested_too_deep_is_refused_rather_than_followed()
    {
        var deep = new string('(', 5_000) + "NL = 1" + new string(')', 5_000);

        Assert.Contains("nested deeper", Assert.Throws<RuleSyntaxException>(() => RuleParser.Parse(deep)).Message, StringComparison.Ordinal);
        Assert.Throws<RuleSyntaxException>(() => RuleParser.Parse(string.Concat(Enumerable.Repeat("not ", 5_000)) + "NL = 1"));
    }

    private static string Shape(RuleNode node) => node switch
    {
        RuleNode.All all => $"({string.Join(" and ", all.Parts.Select(Shape))})",
        RuleNode.Any any => $"({string.Join(" or ", any.Parts.Select(Shape))})",
        RuleNode.Membership membership => $"{membership.Variables} in {string.Join(",", membership.Sets.Select(set => set.Name))}",
        RuleNode.Number number => $"{number.Variable} {number.Comparison} {number.Value}",
        _ => node.ToString(),
    };
}
