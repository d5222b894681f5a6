using System.Text.Json.Nodes;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

public sealed class RuleFaultTests
{
    private static IReadOnlyList<Fault> FaultsOf(params RuleFile[] files) => ReleaseBuilder.Build(Folders.With(files), 1).Faults;

    private static Fault OnlyFaultOf(JsonObject rule) => Assert.Single(FaultsOf(RuleJson.File(rule)));

    /// <summary>Where a text begins in the file that a rule is written to.</summary>
    private static (int Line, int Column) PlaceOf(JsonObject rule, string text, int skip = 0)
    {
        var lines = RuleJson.File((JsonObject)rule.DeepClone()).Text.Split('\n');
        var line = Array.FindIndex(lines, candidate => candidate.Contains(text, StringComparison.Ordinal));
        Assert.True(line >= 0, $"'{text}' is not in the file.");
        return (line + 1, lines[line].IndexOf(text, StringComparison.Ordinal) + 1 + skip);
    }

    private static void AssertFault(JsonObject rule, string at, string message, int skip = 0)
    {
        var place = PlaceOf(rule, at, skip);
        var fault = OnlyFaultOf(rule);
        Assert.Contains(message, fault.Message);
        Assert.Equal(("payment/test.json", place.Line, place.Column), (fault.File, fault.Line, fault.Column));
    }

    [Fact]
    public void A_right_rule_has_no_fault() => Assert.Empty(FaultsOf(RuleJson.File(RuleJson.Rule())));

    [Fact]
    public void An_expression_that_does_not_compile_is_reported_at_the_character_that_stops_the_parser() =>
        AssertFault(RuleJson.Rule("limit.Sex != patient.Sexx"), "Sexx", "No property or field 'Sexx'");

    [Fact]
    public void An_expression_that_reaches_out_is_reported_where_it_begins() =>
        AssertFault(RuleJson.Rule("patient.Sex.PadLeft(9) == limit.Sex"), "patient.Sex.PadLeft", "String.PadLeft()");

    [Fact]
    public void An_expression_with_escapes_is_reported_where_the_text_begins() =>
        AssertFault(RuleJson.Rule("patient.Sex != \"男\" && patient.Sexx == limit.Sex"), "\"patient.Sex", "'Sexx'");

    [Fact]
    public void An_expression_that_is_no_condition_is_reported() =>
        AssertFault(RuleJson.Rule("patient.AgeYears"), "patient.AgeYears", "The expression");

    [Theory]
    [InlineData("family", "性", "is no family")]
    [InlineData("domain", "paiment", "is no domain")]
    [InlineData("severity", "grave", "is no severity")]
    [InlineData("response", "shout", "is no response")]
    [InlineData("state", "on", "is no state")]
    [InlineData("knowledge", "sexes", "is no kind of knowledge")]
    [InlineData("undetermined", "loud", "is no undetermined")]
    [InlineData("effective_from", "2025-02-30", "is no date")]
    [InlineData("effective_to", "next year", "is no date")]
    [InlineData("nhsa", "67, 81", "numbers from 1 to 88")]
    [InlineData("nhsa", "89", "numbers from 1 to 88")]
    [InlineData("title", " ", "'title' is empty")]
    [InlineData("stages", " ", "must name at least one")]
    public void A_property_with_a_word_it_may_not_have_is_reported_at_the_word(string property, string value, string message) =>
        AssertFault(RuleJson.Rule().SetProperty(property, value), $"\"{property}\": \"{value}", message, property.Length + 5);

    [Theory]
    [InlineData("stages", "O X", "'X' is not one of stages")]
    [InlineData("stages", "O O2", "'O2' is not one of stages")]
    [InlineData("decisions", "withdraw forget", "'forget' is not one of decisions")]
    public void A_word_in_a_list_is_reported_at_the_word_itself(string property, string value, string message) =>
        AssertFault(RuleJson.Rule().SetProperty(property, value), value, message, value.IndexOf(' ', StringComparison.Ordinal) + 1);

    [Fact]
    public void A_word_that_is_twice_in_a_list_is_reported() =>
        Assert.Contains("'O' is there twice", OnlyFaultOf(RuleJson.Rule().SetProperty("stages", "O C O")).Message);

    [Theory]
    [InlineData("RuleName")]
    [InlineData("Expression")]
    [InlineData("Properties")]
    public void A_rule_without_what_it_must_have_is_reported_at_its_beginning(string name)
    {
        var fault = OnlyFaultOf(RuleJson.Rule().Without(name));
        Assert.Contains($"A rule lacks '{name}'", fault.Message);
        Assert.Equal((4, 5), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("family")]
    [InlineData("domain")]
    [InlineData("severity")]
    [InlineData("response")]
    [InlineData("stages")]
    [InlineData("decisions")]
    [InlineData("knowledge")]
    [InlineData("state")]
    public void Properties_without_what_they_must_have_are_reported_where_they_begin(string name) =>
        AssertFault(RuleJson.Rule().Without(name), "\"Properties\": {", $"'Properties' lacks '{name}'", 14);

    [Fact]
    public void A_rule_without_a_message_is_reported() =>
        AssertFault(RuleJson.Rule().Without("ErrorMessage"), "a-rule", "lacks a message");

    [Fact]
    public void A_message_that_is_there_twice_is_reported() =>
        AssertFault(RuleJson.Rule().SetProperty("message", "更多"), "【$(item.Name)】", "there twice");

    [Theory]
    [InlineData("Operator")]
    [InlineData("LocalParams")]
    [InlineData("WorkflowsToInject")]
    [InlineData("Enabled")]
    [InlineData("Actions")]
    [InlineData("RuleExpressionType")]
    public void What_RulesEngine_knows_and_we_do_not_support_is_refused_by_name(string name) =>
        AssertFault(RuleJson.Rule().Set(name, "x"), $"\"{name}\"", $"'{name}' is not supported");

    [Fact]
    public void Nested_rules_are_refused() =>
        AssertFault(RuleJson.Rule().Set("Rules", new JsonArray(RuleJson.Rule(name: "inner"))), "    \"Rules\"", "'Rules' is not supported", 6 - 2);

    [Fact]
    public void An_unknown_property_of_a_rule_is_refused_and_the_known_ones_are_named()
    {
        var rule = RuleJson.Rule().Set("Expresion", "true");
        AssertFault(rule, "\"Expresion\"", "A rule has no property 'Expresion'. It may have: RuleName, Expression");
    }

    [Fact]
    public void An_unknown_property_among_ours_is_refused() =>
        AssertFault(RuleJson.Rule().SetProperty("severty", "violation"), "\"severty\"", "has no property 'severty'");

    [Fact]
    public void A_property_that_is_no_text_is_refused() =>
        AssertFault(RuleJson.Rule().Set("Expression", 1), "1,", "'Expression' must be a text");

    [Theory]
    [InlineData("频次")]
    [InlineData("重复收费")]
    [InlineData("价格")]
    [InlineData("预算进度")]
    public void Self_pay_is_refused_where_the_charge_itself_is_wrong(string family) =>
        AssertFault(
            RuleJson.Rule().SetProperty("family", family).SetProperty("decisions", "withdraw self_pay"),
            "withdraw self_pay", "'self_pay' is not offered");

    [Theory]
    [InlineData("price")]
    [InlineData("money")]
    public void Self_pay_is_refused_in_the_domains_of_price_and_money(string domain) =>
        AssertFault(
            RuleJson.Rule().SetProperty("domain", domain).SetProperty("response", "inform").SetProperty("decisions", "self_pay"),
            "\"decisions\": \"self_pay", "'self_pay' is not offered", 14);

    [Theory]
    [InlineData("justify")]
    [InlineData("block")]
    public void Rules_about_money_only_inform(string response) =>
        AssertFault(RuleJson.Rule().SetProperty("domain", "money").SetProperty("response", response), $"\"response\": \"{response}", "only inform", 13);

    [Theory]
    [InlineData("flags")]
    [InlineData("texts")]
    public void Flags_and_prose_ask_no_answer(string knowledge) =>
        AssertFault(RuleJson.Rule("true", knowledge), "\"response\": \"justify", "only inform", 13);

    [Fact]
    public void A_rule_that_blocks_must_have_a_way_round_in_an_emergency()
    {
        AssertFault(RuleJson.Rule().SetProperty("response", "block"), "\"response\": \"block", "must have 'emergency'", 13);
        Assert.Empty(FaultsOf(RuleJson.File(RuleJson.Rule().SetProperty("response", "block").SetProperty("decisions", "withdraw emergency"))));
    }

    [Fact]
    public void Dates_the_wrong_way_round_are_refused() =>
        AssertFault(
            RuleJson.Rule().SetProperty("effective_from", "2025-06-01").SetProperty("effective_to", "2025-05-31"),
            "2025-05-31", "before 'effective_from'");

    [Fact]
    public void A_placeholder_that_is_no_fact_is_reported_at_the_placeholder() =>
        AssertFault(RuleJson.Rule().Set("ErrorMessage", "患者为$(patient.Sexx)性"), "patient.Sexx", "does not resolve", "patient.".Length);

    [Fact]
    public void A_placeholder_that_reaches_out_is_refused() =>
        AssertFault(RuleJson.Rule().Set("ErrorMessage", "$(patient.GetType())"), "patient.GetType", "does not resolve");

    [Fact]
    public void A_placeholder_without_end_is_reported_where_it_begins() =>
        AssertFault(RuleJson.Rule().Set("ErrorMessage", "患者为$(use.OnDay(性"), "$(use", "no closing");

    [Fact]
    public void A_name_that_another_file_has_is_refused_and_that_file_named()
    {
        var fault = Assert.Single(FaultsOf(RuleJson.File("payment/one.json", RuleJson.Rule()), RuleJson.File("payment/two.json", RuleJson.Rule())));

        Assert.Equal("payment/two.json", fault.File);
        Assert.Equal(5, fault.Line);
        Assert.Contains("'a-rule' is there already, in payment/one.json", fault.Message);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"WorkflowName\": \"x\",\n  \"Rules\": [ , ]\n}", 3, 14)]
    [InlineData("{\n  \"WorkflowName\": \"性别\" oops\n}", 2, 24)]
    public void Text_that_is_no_JSON_is_reported_where_it_ceases_to_be(string text, int line, int column)
    {
        var fault = Assert.Single(FaultsOf(new RuleFile("payment/test.json", text)));

        Assert.Contains("not JSON", fault.Message);
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("[]", "must be an object")]
    [InlineData("{\"WorkflowName\":\"x\"}", "lacks 'Rules'")]
    [InlineData("{\"WorkflowName\":\"x\",\"Rules\":[]}", "at least one rule")]
    [InlineData("{\"WorkflowName\":\"x\",\"Rules\":[1]}", "A rule must be an object")]
    [InlineData("{\"WorkflowName\":\"\",\"Rules\":[]}", "'WorkflowName' is empty")]
    [InlineData("{\"WorkflowName\":\"x\",\"WorkflowName\":\"y\",\"Rules\":[]}", "is there twice")]
    [InlineData("{\"WorkflowName\":\"x\",\"WorkflowsToInject\":[\"y\"],\"Rules\":[]}", "'WorkflowsToInject' is not supported")]
    [InlineData("{\"WorkflowName\":\"x\",\"GlobalParams\":[],\"Rules\":[]}", "'GlobalParams' is not supported")]
    public void A_workflow_that_is_not_as_it_must_be_is_refused(string text, string message) =>
        Assert.Contains(FaultsOf(new RuleFile("payment/test.json", text)), fault => fault.Message.Contains(message) && fault.Line == 1);

    [Fact]
    public void Every_fault_of_every_file_is_reported_at_once_in_the_order_of_the_files()
    {
        var faults = FaultsOf(
            RuleJson.File("price/b.json", RuleJson.Rule("nonsense", name: "b").SetProperty("family", "x"), RuleJson.Rule("nonsense", name: "c")),
            RuleJson.File("payment/a.json", RuleJson.Rule("patient.Sexx == null", name: "a")));

        Assert.Equal(["payment/a.json", "price/b.json", "price/b.json", "price/b.json"], faults.Select(fault => fault.File));
        Assert.Equal(faults.OrderBy(fault => fault.File).ThenBy(fault => fault.Line), faults);
    }

    [Theory]
    [InlineData("knowledge/sex_limit.csv")]
    [InlineData("notes.csv")]
    [InlineData("sex.json")]
    public void A_file_that_nothing_reads_is_refused(string path)
    {
        var fault = Assert.Single(FaultsOf(new RuleFile(path, "{}")));

        Assert.Equal(path, fault.File);
        Assert.Contains("Nothing reads this file", fault.Message);
    }

    [Fact]
    public void A_byte_order_mark_is_tolerated()
    {
        var file = RuleJson.File(RuleJson.Rule());
        Assert.Empty(FaultsOf(file with { Text = '\uFEFF' + file.Text }));
    }
}
