using System.Text.Json;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>What an answer says in the form of the specification.</summary>
public sealed class AnswerTests
{
    private const string Check = "0198c0de-1111-7222-8333-444455556666";

    private static readonly Finding Found = new()
    {
        Key = "k1",
        Rule = "course",
        Title = "限支付疗程",
        OfficialRuleName = "药品限支付疗程",
        OfficialRuleCode = "GZ10000101010000",
        Family = "疗程",
        Domain = Domain.Payment,
        Severity = Severity.Violation,
        Response = Response.Justify,
        Message = "【丁苯酞】累计使用15天，超过14天",
        OfficialText = "支付不超过14天",
        Basis = "两库",
        Offender = new Party("YZ000005", null, "XN07", "丁苯酞", null),
        Counterpart = new Party("YZ000001", null, "XN07", "丁苯酞", null),
        Amount = Money.FromYuan(300),
    };

    [Fact]
    public void A_finding_is_a_row_with_both_its_sides()
    {
        var answer = Answer(Complete(Found));
        var row = Assert.Single(answer.Rows());

        Assert.Equal(0, answer.GetProperty("infcode").GetInt32());
        Assert.Equal("H32010000001202603150840120001", answer.Text("inf_refmsgid"));
        Assert.Equal(("20260315084013000", "20260315084013057"), (answer.Text("refmsg_time"), answer.Text("respond_time")));
        Assert.Equal(
            """
            {"jr_id":"OC0198c0de111172228333444455556666-0","rule_id":"GZ10000101010000","rule_name":"药品限支付疗程","vola_cont":"【丁苯酞】累计使用15天，超过14天",
            "patn_id":"PSN3201000001","mdtrt_id":"ZY20260301-0001","vola_amt":300,"vola_amt_stas":"1","sev_deg":"1","vola_evid":"支付不超过14天","vola_bhvr_type":"1",
            "task_id":"T20260315084012-000001","judge_result_detail_dtos":[
            {"jrd_id":"OC0198c0de111172228333444455556666-0-1","patn_id":"PSN3201000001","mdtrt_id":"ZY20260301-0001","rx_id":"YZ000005","vola_item_type":"1","vola_amt":300},
            {"jrd_id":"OC0198c0de111172228333444455556666-0-2","patn_id":"PSN3201000001","mdtrt_id":"ZY20260301-0001","rx_id":"YZ000001","vola_item_type":"2","vola_amt":0}]}
            """.ReplaceLineEndings(""),
            row.GetRawText());
    }

    [Fact]
    public void Nothing_found_is_an_empty_array()
    {
        var answer = Answer(Complete());

        Assert.Empty(answer.Rows());
        Assert.Equal("complete", answer.GetProperty("output").GetProperty("ordercheck").Text("state"));
        Assert.Equal("", answer.Text("warn_msg"));
    }

    [Fact]
    public void Other_orders_of_the_same_finding_are_further_details_and_the_amounts_add_up()
    {
        var merged = Found with
        {
            Amount = Money.FromYuan(305),
            AlsoOrderIds = ["YZ000003", "YZ000009"],
            Also = [new MergedFinding("k2", new Party("YZ000003", null, null, null, null), null, "", Money.FromYuan(5))],
        };
        var details = Answer(Complete(merged)).Rows()[0].GetProperty("judge_result_detail_dtos").EnumerateArray().ToList();

        Assert.Equal(["YZ000005", "YZ000003", "YZ000009", "YZ000001"], details.Select(detail => detail.Text("rx_id")));
        Assert.Equal(["1", "1", "1", "2"], details.Select(detail => detail.Text("vola_item_type")));
        Assert.Equal([300, 5, 0, 0], details.Select(detail => detail.GetProperty("vola_amt").GetDecimal()));
    }

    [Fact]
    public void What_could_not_be_told_is_a_reminder_that_says_what_it_lacks()
    {
        var row = Answer(Complete(Found with { Undetermined = true, MissingInputs = ["lab"], MissingLabels = ["化验结果", "诊断"] })).Rows()[0];

        Assert.Equal("未能判断（缺少化验结果、诊断）：【丁苯酞】累计使用15天，超过14天", row.Text("vola_cont"));
        Assert.Equal(("3", "0", 0m), (row.Text("sev_deg"), row.Text("vola_amt_stas"), row.GetProperty("vola_amt").GetDecimal()));
    }

    [Fact]
    public void What_nobody_judged_is_a_row_of_its_own_and_a_warning()
    {
        var request = Body.Inpatient().Read();
        var answer = Bench.Answer(request, Bench.Judge(request, withoutRelease: true));
        var row = Assert.Single(answer.Rows());

        Assert.Equal(("OC-UNCHECKED", "未审核", "3"), (row.Text("rule_id"), row.Text("rule_name"), row.Text("sev_deg")));
        Assert.EndsWith("--1", row.Text("jr_id"), StringComparison.Ordinal);
        Assert.Equal(["YZ000003", "YZ000005"], row.GetProperty("judge_result_detail_dtos").EnumerateArray().Select(detail => detail.Text("rx_id")));
        Assert.StartsWith("本次未审核：", answer.Text("warn_msg"), StringComparison.Ordinal);
        Assert.Equal("unchecked", answer.GetProperty("output").GetProperty("ordercheck").Text("state"));
    }

    [Fact]
    public void A_strict_region_is_told_so_by_infcode_and_gets_no_member_that_it_does_not_know()
    {
        var request = Body.Inpatient().Read();

        var failed = Bench.Answer(request, Bench.Judge(request, withoutRelease: true), Repository.Dialect);
        Assert.Equal(-1, failed.GetProperty("infcode").GetInt32());
        Assert.StartsWith("本次未审核：", failed.Text("err_msg"), StringComparison.Ordinal);

        var answered = Bench.Answer(request, Bench.Judge(request), Repository.Dialect);
        Assert.Equal(["result"], answered.GetProperty("output").EnumerateObject().Select(member => member.Name));
        Assert.Equal(("PSN3201000001", "ZY20260301-0001"), (answered.Rows()[0].Text("psn_no"), answered.Rows()[0].Text("mdtrt_sn")));
        Assert.Contains(answered.Rows(), row => row.GetProperty("judge_result_detail_dtos")[0].Text("feedetl_sn") == "YZ000003");
    }

    [Fact]
    public void A_region_may_call_each_member_of_an_answer_otherwise()
    {
        var region = Repository.National with
        {
            Renames = new FieldRenames(new Dictionary<(string, string), string>
            {
                [("answer", "infcode")] = "code",
                [("result", "jr_id")] = "vola_id",
                [("result", "sev_deg")] = "level",
                [("judge_result_detail_dtos", "vola_amt")] = "amount",
            }),
        };
        var request = Body.Inpatient().Read();

        var answer = Bench.Answer(request, [new NhsaVisitAnswer(request.Visits[0], [Complete(Found)])], region);

        Assert.Equal(0, answer.GetProperty("code").GetInt32());
        var row = Assert.Single(answer.Rows());
        Assert.Equal(("OC0198c0de111172228333444455556666-0", "1", 300m), (row.Text("vola_id"), row.Text("level"), row.GetProperty("judge_result_detail_dtos")[0].GetProperty("amount").GetDecimal()));
    }

    [Fact]
    public void Part_of_an_answer_says_which_part_is_open()
    {
        var partial = Complete(Found) with { State = CheckState.Partial, StateReasons = [new StateReason("order_failed", "医嘱“YZ000003”的数量无法计算，未能审核", "YZ000003")] };
        var rows = Answer(partial).Rows();

        Assert.Equal(["OC-UNCHECKED", "GZ10000101010000"], rows.Select(row => row.Text("rule_id")));
        Assert.Equal("未完全审核", rows[0].Text("rule_name"));
        Assert.Equal("YZ000003", Assert.Single(rows[0].GetProperty("judge_result_detail_dtos").EnumerateArray()).Text("rx_id"));
    }

    [Fact]
    public void A_refund_among_the_lines_is_named_beside_what_was_found_of_the_others()
    {
        var request = Body.Inpatient().With(body => body.Line(1)["cnt"] = -1).Read();
        var row = Assert.Single(Bench.Answer(request, Bench.Judge(request)).Rows(), one => one.Text("rule_id") == "OC-UNCHECKED");

        Assert.Contains("YZ000003：数量不大于0", row.Text("vola_cont"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_visit_without_an_answer_is_not_clean()
    {
        var row = Assert.Single(Bench.Answer(Body.Inpatient().Read(), []).Rows());

        Assert.Equal("OC-UNCHECKED", row.Text("rule_id"));
    }

    [Fact]
    public void A_failure_of_ours_says_of_each_line_that_it_was_not_judged_or_fails_where_the_region_wants_that()
    {
        var request = Body.Inpatient().Read();
        var answer = Bench.Unchecked(request, Repository.National);

        var row = Assert.Single(answer.Rows());
        Assert.Equal((0, "OC-UNCHECKED", "本次未审核：存储不可用"), (answer.GetProperty("infcode").GetInt32(), row.Text("rule_id"), answer.Text("warn_msg")));
        Assert.Equal(["YZ000003", "YZ000005"], row.GetProperty("judge_result_detail_dtos").EnumerateArray().Select(detail => detail.Text("rx_id")));
        Assert.Equal(-1, JudgementId.Read(row.Text("jr_id"))!.Index);
        Assert.NotEqual(row.Text("jr_id"), Bench.Unchecked(request, Repository.National).Rows()[0].Text("jr_id"));
        Assert.False(answer.GetProperty("output").GetProperty("ordercheck").TryGetProperty("check_id", out _));
        Assert.Equal("OC-UNCHECKED", Assert.Single(Bench.Unchecked(null, Repository.National).Rows()).Text("rule_id"));
        Assert.Equal(-1, Bench.Unchecked(request, Repository.Dialect).GetProperty("infcode").GetInt32());
    }

    [Fact]
    public void What_was_decided_before_is_named_beside_the_result_and_no_row_again()
    {
        var answer = Answer(Complete(Found with { Folded = true }, Found with { Key = "k3", More = true }));

        Assert.EndsWith("-1", Assert.Single(answer.Rows()).Text("jr_id"), StringComparison.Ordinal);
        var findings = answer.GetProperty("output").GetProperty("ordercheck").GetProperty("findings").EnumerateArray().ToList();
        Assert.True(findings[0].GetProperty("folded").GetBoolean());
        Assert.True(findings[1].GetProperty("more").GetBoolean());
    }

    [Fact]
    public void What_two_stages_find_is_one_row()
    {
        var request = Body.Inpatient().Read();

        Assert.Single(Bench.Answer(request, [new NhsaVisitAnswer(request.Visits[0], [Complete(Found), Complete(Found)])]).Rows());
    }

    [Fact]
    public void Two_lines_of_one_item_are_two_rows_though_their_findings_share_a_key()
    {
        var answer = Answer(Complete(Found, Found with { Offender = Found.Offender! with { OrderId = "YZ000003" } }));

        Assert.Equal(2, answer.Rows().Count);
    }

    [Fact]
    public void Texts_fit_into_the_specification_and_end_between_characters()
    {
        var row = Answer(Complete(Found with { Message = string.Concat(Enumerable.Repeat("𠮷", 400)), OfficialText = new string('依', 900), OfficialRuleName = new string('名', 300) })).Rows()[0];

        Assert.InRange(row.Text("vola_cont").Length, 498, 500);
        Assert.EndsWith("𠮷…", row.Text("vola_cont"), StringComparison.Ordinal);
        Assert.Equal((500, 200), (row.Text("vola_evid").Length, row.Text("rule_name").Length));
    }

    [Fact]
    public void The_block_of_a_dialect_has_another_code_than_its_suspicion()
    {
        var request = Body.Inpatient().Read();
        var answer = Bench.Answer(request, [new NhsaVisitAnswer(request.Visits[0], [Complete(Found with { Severity = Severity.Suspicion, Domain = Domain.Money, Family = "预算进度" })])], Repository.Dialect);

        Assert.Equal(("2", "03"), (answer.Rows()[0].Text("sev_deg"), answer.Rows()[0].Text("vola_bhvr_type")));
    }

    [Fact]
    public void The_rules_speak_through_the_door_about_the_line_that_is_asked_about()
    {
        var request = Body.Inpatient().Read();
        var row = Assert.Single(Bench.Answer(request, Bench.Judge(request)).Rows(), one => one.Text("rule_name") == "医疗服务项目重复收费");

        Assert.Equal("【一般专项护理】与【重症监护】不得同时收费（单日）", row.Text("vola_cont"));
        Assert.Equal(["YZ000003", "YZ000002"], row.GetProperty("judge_result_detail_dtos").EnumerateArray().Select(detail => detail.Text("rx_id")));
        Assert.Equal(5, row.GetProperty("vola_amt").GetDecimal());
    }

    [Fact]
    public void A_refusal_is_infcode_minus_one_with_a_sentence_of_at_most_200_characters()
    {
        var answer = JsonDocument.Parse(Bench.Write(new NhsaFault("a", new string('错', 500), "M1"))).RootElement;

        Assert.Equal((-1, "M1", 200), (answer.GetProperty("infcode").GetInt32(), answer.Text("inf_refmsgid"), answer.Text("err_msg").Length));
        Assert.False(answer.TryGetProperty("output", out _));
    }

    private static CheckAnswer Complete(params Finding[] findings) => new() { CheckId = Check, State = CheckState.Complete, Findings = findings };

    private static JsonElement Answer(CheckAnswer check)
    {
        var request = Body.Inpatient().Read();
        return Bench.Answer(request, [new NhsaVisitAnswer(request.Visits[0], [check])]);
    }
}
