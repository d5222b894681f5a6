using OrderCheck.Interop.Nhsa.Relay;
using Xunit;
using static OrderCheck.Interop.Tests.Nhsa.Relay.Rows;

namespace OrderCheck.Interop.Tests.Nhsa.Relay;

public sealed class RowMergeTests
{
    private const string Own = $"OC{Check}-0";

    [Fact]
    public void What_both_found_about_a_line_by_the_same_rule_is_one_row_of_ours_with_the_bureaus_evidence_and_the_graver_severity()
    {
        var ours = Row(Own, "药品限支付疗程", "3", "YZ5").With("vola_evid", "限14天");
        var theirs = Row("JR1", "药品 限支付疗程（）", "1", "YZ5").With("vola_evid", "国家药品目录备注");
        var answer = Merge(Answer(ours), Answered(theirs));
        Assert.Equal([Own], answer.Ids());
        var row = answer.GetProperty("output").GetProperty("result")[0];
        Assert.Equal("1", row.GetProperty("sev_deg").GetString());
        Assert.Equal("限14天；医保局：国家药品目录备注", row.GetProperty("vola_evid").GetString());
        Assert.Equal("药品限支付疗程：不符", row.GetProperty("vola_cont").GetString());
        var merged = answer.Standing().GetProperty("merged")[0];
        Assert.Equal(Own, merged.GetProperty("jr_id").GetString());
        Assert.Equal("JR1", merged.GetProperty("bureau_jr_id").GetString());
    }

    [Fact]
    public void Our_severity_stays_where_it_is_the_graver_or_the_bureaus_code_is_not_known()
    {
        Assert.Equal("1", Severity("1", "3"));
        Assert.Equal("2", Severity("2", "9"));
        static string? Severity(string ours, string theirs) =>
            Merge(Answer(Row(Own, "限性别", ours, "A")), Answered(Row("JR1", "限性别", theirs, "A"))).GetProperty("output").GetProperty("result")[0].GetProperty("sev_deg").GetString();
    }

    [Fact]
    public void Rules_of_one_code_or_said_to_be_the_same_are_the_same()
    {
        var byCode = Merge(
            Answer(Row(Own, "疗程", "2", "A").With("rule_id", "GZ10000101010000")), Answered(Row("JR1", "药品限支付疗程", "2", "A").With("rule_id", "GZ10000101010000")));
        Assert.Equal([Own], byCode.Ids());
        var bySaying = Merge(
            Answer(Row(Own, "疗程", "2", "A").With("rule_id", "payment.course")), Answered(Row("JR1", "超限定疗程用药", "2", "A")), null,
            ["超限定疗程用药", "R07"], ["R07", "payment.course"]);
        Assert.Equal([Own], bySaying.Ids());
    }

    [Fact]
    public void Another_rule_or_another_line_or_another_visit_is_another_row()
    {
        Assert.Equal([Own, "JR1"], Merge(Answer(Row(Own, "限性别", "2", "A")), Answered(Row("JR1", "限年龄", "2", "A"))).Ids());
        Assert.Equal([Own, "JR1"], Merge(Answer(Row(Own, "限性别", "2", "A")), Answered(Row("JR1", "限性别", "2", "B"))).Ids());
        Assert.Equal([Own, "JR1"], Merge(Answer(Row(Own, "限性别", "2", "A")), Answered(Row("JR1", "限性别", "2", "A", "B"))).Ids());
        Assert.Equal([Own, "JR1"], Merge(Answer(Row(Own, "再入院")), Answered(Row("JR1", "再入院").With("mdtrt_id", "ZY2"))).Ids());
        Assert.Equal([Own], Merge(Answer(Row(Own, "再入院")), Answered(Row("JR1", "再入院"))).Ids());
    }

    [Fact]
    public void What_we_could_not_tell_does_not_hide_what_the_bureau_found()
    {
        var ours = Row(Own, "药品限支付疗程", "3", "A").With("vola_cont", "未能判断（缺少首次用药日期）：限14天");
        Assert.Equal(["JR1", Own], Merge(Answer(ours), Answered(Row("JR1", "药品限支付疗程", "1", "A"))).Ids());
    }

    [Fact]
    public void The_counterpart_is_no_offending_line()
    {
        var theirs = Row("JR1", "重复用药", "2", "A");
        theirs["judge_result_detail_dtos"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["rx_id"] = "B", ["vola_item_type"] = "2" });
        Assert.Equal([Own], Merge(Answer(Row(Own, "重复用药", "2", "A")), Answered(theirs)).Ids());
    }

    [Fact]
    public void A_bureaus_row_keeps_its_own_texts_and_members_that_nobody_knows()
    {
        var theirs = Row("JR1", "限二线用药", "1", "A").With("vola_cont", "患者未使用一线药品。").With("own_member", 7);
        var row = Merge(Answer(), Answered(theirs)).GetProperty("output").GetProperty("result")[0];
        Assert.Equal("患者未使用一线药品。", row.GetProperty("vola_cont").GetString());
        Assert.Equal(7, row.GetProperty("own_member").GetInt32());
        Assert.Equal("12.50", row.GetProperty("vola_amt").GetRawText());
    }

    [Fact]
    public void Rows_stand_worst_first_and_each_side_in_its_own_order()
    {
        var ours = Answer(Row(Own, "甲规则", "2", "A"), Row($"OC{Check}-1", "乙规则", "3", "B"));
        var answer = Merge(ours, Answered(Row("JR1", "丙规则", "1", "C"), Row("JR2", "丁规则", "2", "D"), Row("JR3", "戊规则", "9", "E")));
        Assert.Equal(["JR1", Own, "JR2", $"OC{Check}-1", "JR3"], answer.Ids());
    }

    [Fact]
    public void A_row_that_the_bureau_sends_twice_is_shown_once_and_both_of_its_ids_are_told()
    {
        var merge = new RowMerge(RuleEquivalents.None, SeverityOrder.National);
        var merged = merge.Merge([], Read(Row("JR1", "限性别", "1", "A"), Row("JR1", "限性别", "1", "A"), Row("JR2", "限性别", "1", "A")));
        Assert.Equal("JR1", Assert.Single(merged.Rows).Id);
        Assert.Equal([new("JR1", "JR1"), new("JR1", "JR2")], merged.Ids);
    }

    [Theory]
    [InlineData($"OC{Check}-3")]
    [InlineData("OB00000000000000000000000000000000")]
    [InlineData("这一个编号比规范允许的五十个字符还要长这一个编号比规范允许的五十个字符还要长这一个编号比规范允许的五十个字符还要长")]
    public void An_id_that_could_be_taken_for_ours_or_is_too_long_is_shown_under_another_one(string id)
    {
        var merged = new RowMerge(RuleEquivalents.None, SeverityOrder.National).Merge([], Read(Row(id, "限性别", "1", "A")));
        var shown = Assert.Single(merged.Rows).Id;
        Assert.StartsWith("OB", shown);
        Assert.Equal(34, shown.Length);
        Assert.Equal([new(shown, id)], merged.Ids);
        Assert.Null(OrderCheck.Interop.Nhsa.JudgementId.Read(shown));
    }

    [Fact]
    public void A_row_without_an_id_is_shown_under_one_that_leads_nowhere()
    {
        var merged = new RowMerge(RuleEquivalents.None, SeverityOrder.National).Merge([], Read(Row("", "限性别", "1", "A"), Row("", "限年龄", "1", "A")));
        Assert.Equal(2, merged.Rows.Select(row => row.Id).Distinct().Count());
        Assert.Empty(merged.Ids);
        Assert.Empty(DispositionRoutes.Of([new(merged.Rows[0].Id, true, "病情需要")], []).Bureau);
    }

    [Fact]
    public void Where_nothing_can_be_kept_both_rows_stand_side_by_side_under_their_own_ids()
    {
        var merged = new RowMerge(RuleEquivalents.None, SeverityOrder.National).Side(
            Read(Row(Own, "限性别", "2", "A")), Read(Row("JR1", "限性别", "1", "A"), Row("JR1", "限性别", "1", "A")));
        Assert.Equal(["JR1", Own], merged.Rows.Select(row => row.Id));
        Assert.Empty(merged.Ids);
        // Rows without an id are not one another.
        var nameless = new RowMerge(RuleEquivalents.None, SeverityOrder.National).Side([], Read(Row("", "限性别", "1", "A"), Row("", "限年龄", "1", "B"), Row("", "限年龄", "1", "B")));
        Assert.Equal(2, nameless.Rows.Select(row => row.Id).Distinct().Count());
    }
}
