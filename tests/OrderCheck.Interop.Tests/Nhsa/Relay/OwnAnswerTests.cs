using OrderCheck.Interop.Nhsa;
using OrderCheck.Interop.Nhsa.Relay;
using Xunit;
using static OrderCheck.Interop.Tests.Nhsa.Relay.Rows;

namespace OrderCheck.Interop.Tests.Nhsa.Relay;

public sealed class OwnAnswerTests
{
    private const string Own = $"OC{Check}-0";

    public static TheoryData<BureauAnswer, string, string> Unanswered => new()
    {
        { new BureauAnswer(BureauState.Late), "late", "医保局审核尚未返回" },
        { BureauAnswer.Failed("timeout"), "failed", "医保局审核未完成（超时）" },
        { BureauAnswer.Failed("status_502"), "failed", "医保局审核未完成（HTTP状态502）" },
        { new BureauAnswer(BureauState.Refused) { InfCode = "-1", Message = "签到流水号无效" }, "refused", "infcode -1：签到流水号无效" },
    };

    [Theory]
    [MemberData(nameof(Unanswered))]
    public void A_bureau_that_did_not_judge_is_told_and_changes_nothing_of_our_answer(BureauAnswer bureau, string state, string warning)
    {
        var answer = Merge(Answer(Row(Own, "限性别", "1", "A")), bureau);
        Assert.Equal("0", answer.GetProperty("infcode").GetRawText());
        Assert.Equal("M1", answer.GetProperty("inf_refmsgid").GetString());
        Assert.Equal([Own], answer.Ids());
        Assert.Equal(state, answer.Standing().GetProperty("state").GetString());
        Assert.Contains(warning, answer.GetProperty("warn_msg").GetString());
        Assert.Equal("complete", answer.GetProperty("output").GetProperty("ordercheck").GetProperty("state").GetString());
    }

    [Fact]
    public void Our_own_warning_stays_before_the_bureaus()
    {
        using var own = new OwnAnswer("""{"infcode":0,"warn_msg":"院内未审核","output":{"result":[]}}"""u8.ToArray(), RelayForm.National);
        Assert.Equal("院内未审核 医保局审核未完成（无法连接），本次仅含院内审核结果。", Warning(BureauAnswer.Failed("connection")));
        Assert.Equal("院内未审核", Warning(Answered()));
        string? Warning(BureauAnswer answer) => System.Text.Json.JsonDocument.Parse(own.Write(new MergedRows([], []), new BureauStanding(answer, 0)))
            .RootElement.GetProperty("warn_msg").GetString();
    }

    [Fact]
    public void What_the_bureau_judged_is_not_lost_where_we_could_not_take_the_request()
    {
        ReadOnlyMemory<byte> refusal = """{"infcode":-1,"err_msg":"input.data.trig_scen 不可为空"}"""u8.ToArray();
        var answer = Merge(refusal, Answered(Row("JR1", "限性别", "1", "A")));
        Assert.Equal(0, answer.GetProperty("infcode").GetInt32());
        var ids = answer.Ids().ToList();
        Assert.Equal("JR1", ids[1]);
        // Each has an id of its own, which may be answered like any other.
        Assert.Equal(-1, JudgementId.Read(ids[0])!.Index);
        Assert.DoesNotContain(ids[0], Merge(refusal, Answered()).Ids());
        Assert.Equal("OC-UNCHECKED", answer.GetProperty("output").GetProperty("result")[0].GetProperty("rule_id").GetString());
        Assert.Equal("院内审核未能进行，仅含医保局审核结果：input.data.trig_scen 不可为空", answer.GetProperty("warn_msg").GetString());
        var both = Merge(refusal, BureauAnswer.Failed("timeout"));
        Assert.Equal(-1, both.GetProperty("infcode").GetInt32());
        Assert.Equal("input.data.trig_scen 不可为空", both.GetProperty("err_msg").GetString());
        Assert.False(both.GetProperty("output").TryGetProperty("result", out _));
    }

    [Fact]
    public void A_strict_client_gets_no_member_that_the_specification_does_not_have()
    {
        ReadOnlyMemory<byte> ours = """{"infcode":0,"err_msg":"","output":{"result":[]}}"""u8.ToArray();
        var answer = Merge(ours, new BureauAnswer(BureauState.Late), RelayForm.National with { Additive = false });
        Assert.False(answer.GetProperty("output").TryGetProperty("ordercheck", out _));
        Assert.Contains("医保局审核尚未返回", answer.GetProperty("warn_msg").GetString());
    }

    [Fact]
    public void Evidence_of_both_stays_within_what_the_field_holds()
    {
        var answer = Merge(
            Answer(Row(Own, "限性别", "1", "A").With("vola_evid", new string('甲', 490))), Answered(Row("JR1", "限性别", "1", "A").With("vola_evid", new string('乙', 100))));
        Assert.Equal(500, answer.GetProperty("output").GetProperty("result")[0].GetProperty("vola_evid").GetString()!.Length);
    }
}
