using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Differences;
using Xunit;

namespace OrderCheck.Core.Tests.Rules.Differences;

public sealed class FolderDifferencesTests
{
    private const string Ages = "knowledge/age_limits.csv";
    private const string Header = "item_code,item_name,min_age,max_age,age_unit,effective_from,effective_to,rule_code,official_text,batch,point_id\n";
    private const string Syrup = "XR05,小儿止咳糖浆,1,12,岁,2026-01-01,,GZ1,限儿童。,16,KP-1\n";

    private const string Rule = """
        {"WorkflowName":"age","Rules":[{"RuleName":"item-outside-its-ages","Expression":"patient.AgeYears > limit.MaxAge","ErrorMessage":"超龄",
        "Properties":{"title":"限年龄","family":"年龄","severity":"suspicion","response":"inform","state":"trial","stages":"O C","knowledge":"age_limits"}}]}
        """;

    [Fact]
    public void The_same_rows_in_another_order_and_the_same_columns_in_another_order_are_no_difference()
    {
        var before = Folder(Header + Syrup + "XN02,布洛芬,6,18,岁,,,,,,\n");
        var after = Folder("max_age,min_age,item_code,item_name,age_unit,effective_from,effective_to,rule_code,official_text,batch,point_id\n18,6,XN02,布洛芬,岁,,,,,,\n12,1,XR05,小儿止咳糖浆,岁,2026-01-01,,GZ1,限儿童。,16,KP-1\n");

        Assert.Empty(FolderDifferences.Between(before, after));
    }

    [Fact]
    public void A_row_of_the_next_batch_is_added_and_says_what_it_limits_in_Chinese()
    {
        var change = Assert.Single(FolderDifferences.Between(Folder(Header), Folder(Header + Syrup)));

        Assert.Equal((ChangeKind.Added, "年龄", "XR05", "小儿止咳糖浆"), (change.Kind, change.Table, change.Code, change.Name));
        Assert.Equal(("GZ1", "16"), (change.RuleCode, change.Batch));
        Assert.Equal("最小年龄 1；最大年龄 12；年龄单位 岁；生效日期 2026-01-01；限定说明 限儿童。", change.Saying);
    }

    [Fact]
    public void A_row_that_a_later_batch_supersedes_ends_and_tells_only_its_last_day()
    {
        var change = Assert.Single(FolderDifferences.Between(Folder(Header + Syrup), Folder(Header + Syrup.Replace("2026-01-01,,", "2026-01-01,2026-06-30,"))));

        Assert.Equal(ChangeKind.Ended, change.Kind);
        Assert.Equal([new FieldChange("effective_to", "失效日期", "", "2026-06-30")], change.Fields);
    }

    [Fact]
    public void A_row_that_holds_longer_than_it_did_is_changed_and_has_not_ended()
    {
        var change = Assert.Single(FolderDifferences.Between(Folder(Header + Syrup.Replace("2026-01-01,,", "2026-01-01,2026-06-30,")), Folder(Header + Syrup)));

        Assert.Equal(ChangeKind.Changed, change.Kind);
        Assert.Equal([new FieldChange("effective_to", "失效日期", "2026-06-30", "")], change.Fields);
    }

    [Fact]
    public void A_limit_that_was_coded_anew_from_the_same_point_is_changed_field_by_field()
    {
        var change = Assert.Single(FolderDifferences.Between(Folder(Header + Syrup), Folder(Header + Syrup.Replace(",1,12,岁", ",6,144,月"))));

        Assert.Equal(ChangeKind.Changed, change.Kind);
        Assert.Equal(["最小年龄 1 6", "最大年龄 12 144", "年龄单位 岁 月"], change.Fields.Select(field => $"{field.Label} {field.Before} {field.After}"));
    }

    [Fact]
    public void Of_two_rows_of_an_item_that_both_went_and_one_that_came_nobody_guesses_which_became_it()
    {
        var before = Folder(Header + "XR05,糖浆,1,12,岁,,,,,,\nXR05,糖浆,20,30,岁,,,,,,\n");
        var after = Folder(Header + "XR05,糖浆,2,13,岁,,,,,,\n");

        var changes = FolderDifferences.Between(before, after);

        Assert.Equal([ChangeKind.Added, ChangeKind.Removed, ChangeKind.Removed], changes.Select(change => change.Kind));
    }

    [Fact]
    public void The_only_row_of_an_item_that_says_something_else_now_is_changed_though_no_point_joins_them()
    {
        var change = Assert.Single(FolderDifferences.Between(Folder(Header + "XR05,糖浆,1,12,岁,,,,,,\n"), Folder(Header + "XR05,糖浆,1,14,岁,,,,,,\n")));

        Assert.Equal((ChangeKind.Changed, "最大年龄"), (change.Kind, Assert.Single(change.Fields).Label));
    }

    [Fact]
    public void Two_equal_rows_of_which_one_went_are_one_removal()
    {
        var change = Assert.Single(FolderDifferences.Between(Folder(Header + Syrup + Syrup), Folder(Header + Syrup)));

        Assert.Equal(ChangeKind.Removed, change.Kind);
    }

    [Fact]
    public void A_rule_that_goes_from_trial_to_active_and_asks_for_a_reason_is_told_in_an_officers_words()
    {
        var change = Assert.Single(FolderDifferences.Between(Folder(Header), Folder(Header, Rule.Replace("\"trial\"", "\"active\"").Replace("\"inform\"", "\"justify\""))));

        Assert.Equal((ChangeKind.Changed, "规则", "item-outside-its-ages", "限年龄"), (change.Kind, change.Table, change.Code, change.Name));
        Assert.Equal(["处理方式：提示→需填理由", "状态：试行→启用"], change.Fields.Select(field => $"{field.Label}：{field.Before}→{field.After}"));
    }

    [Fact]
    public void A_rule_that_was_retired_has_ended_and_one_that_is_not_there_any_more_is_removed()
    {
        Assert.Equal(ChangeKind.Ended, Assert.Single(FolderDifferences.Between(Folder(Header), Folder(Header, Rule.Replace("trial", "retired")))).Kind);
        Assert.Equal(ChangeKind.Removed, Assert.Single(FolderDifferences.Between(Folder(Header), new RuleFolder([new RuleFile(Ages, Header)]))).Kind);
    }

    [Fact]
    public void Of_a_grouping_scheme_and_of_cases_no_row_is_told()
    {
        var before = new RuleFolder([new RuleFile("grouping/x/adrg.csv", "adrg\nA"), new RuleFile("cases/sex.json", "{}")]);
        var after = new RuleFolder([new RuleFile("grouping/x/adrg.csv", "a title\nadrg,x\nA,1"), new RuleFile("cases/sex.json", "{ }")]);

        var change = Assert.Single(FolderDifferences.Between(before, after));

        Assert.Equal((ChangeKind.Changed, "分组方案"), (change.Kind, change.Table));
    }

    [Theory]
    [InlineData("a,b\n1\n", 2, "The row has 1 fields; the header has 2.")]
    [InlineData("a,b\n\"1,2\n", 2, "never closed")]
    public void A_table_that_is_none_is_refused_with_its_place(string text, int line, string message)
    {
        var fault = Assert.Throws<UnreadableFileException>(() => FolderDifferences.Between(Folder(Header), Folder(text)));

        Assert.Equal((Ages, line), (fault.File, fault.Line));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_file_that_is_no_JSON_is_refused_with_its_place()
    {
        var fault = Assert.Throws<UnreadableFileException>(() => FolderDifferences.Between(Folder(Header), Folder(Header, "{\n oops")));

        Assert.Equal(("payment/age.json", 2), (fault.File, fault.Line));
    }

    [Fact]
    public void Every_column_of_the_shipped_knowledge_has_a_Chinese_name()
    {
        var columns = Repository.RuleFiles().Where(file => file.Path.StartsWith("knowledge/", StringComparison.Ordinal))
            .SelectMany(file => TextTable.Read(file.Path, file.Text).Columns).Distinct();

        Assert.All(columns, column => Assert.True(ColumnWords.Knows(column), column));
    }

    private static RuleFolder Folder(string ages, string rule = Rule) => new([new RuleFile(Ages, ages), new RuleFile("payment/age.json", rule)]);
}
