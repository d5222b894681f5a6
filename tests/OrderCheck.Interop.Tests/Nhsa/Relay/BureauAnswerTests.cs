using System.Text;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Relay;
using Xunit;
using static OrderCheck.Interop.Tests.Nhsa.Relay.Rows;

namespace OrderCheck.Interop.Tests.Nhsa.Relay;

public sealed class BureauAnswerTests
{
    [Theory]
    [InlineData("""{"infcode":0,"output":{"result":[]}}""")]
    [InlineData("""{"infcode":"0","output":{"result":null}}""")]
    [InlineData("""{"infcode":"0000","output":null}""")]
    [InlineData("""{"infcode":0}""")]
    public void A_clean_answer_comes_in_many_forms(string json)
    {
        var answer = Bureau(json);
        Assert.Equal(BureauState.Answered, answer.State);
        Assert.Empty(answer.Rows);
    }

    [Fact]
    public void A_single_row_as_an_object_and_numbers_as_ids_are_read()
    {
        var answer = Bureau("""{"infcode":0,"output":{"result":{"jr_id":17,"rule_name":"限性别","judge_result_detail_dtos":{"rx_id":5,"vola_item_type":1}}}}""");
        var row = Assert.Single(answer.Rows);
        Assert.Equal("17", row.Id);
        Assert.Equal(["5"], row.OffendingLines);
    }

    /// <summary>What only looks like a row must not cost those behind it, and what nobody here knows goes on as it was.</summary>
    [Fact]
    public void Rows_among_what_is_none_are_read_and_kept_with_all_their_members()
    {
        var answer = Bureau("""{ "own":{"a":[1]}, "infcode":"0", "output":{ "page":1, "result":[ null, 7, { "own" : [ 1.50, null, true, "\u5f20" ], "jr_id":"JR1", "jr_id":"JR2" }, "x", {"jr_id":"JR3"} ] } }""");

        Assert.Equal(["JR2", "JR3"], answer.Rows.Select(static row => row.Id));
        Assert.Equal("""{"own":[1.50,null,true,"张"],"jr_id":"JR1","jr_id":"JR2"}""", Encoding.UTF8.GetString(answer.Rows[0].Json.Span));
    }

    [Theory]
    [InlineData("""{"infcode":-1,"err_msg":"参保人张三丰(310101199001011234)不存在"}""")]
    [InlineData("""{"infcode":"-1","err_msg":"参保人张三丰(310101199001011234)不存在"}""")]
    public void A_refusal_is_told_without_what_may_be_a_patients(string json)
    {
        var answer = Bureau(json, "张三丰");
        Assert.Equal((BureauState.Refused, "-1", "参保人患者(***)不存在"), (answer.State, answer.InfCode, answer.Message));
    }

    [Theory]
    [InlineData("", "not_json")]
    [InlineData("<html>502 Bad Gateway</html>", "not_json")]
    [InlineData("[]", "not_json")]
    [InlineData("""{"infcode":0,"output":{"result":[{"jr_id":"\ud800"}]}}""", "not_json")]
    [InlineData("""{"infcode":0,"output":{"result":[{"jr_id":"1","other":"\ud800"}]}}""", "not_json")]
    [InlineData("""{"infcode":0,"outp""", "not_json")]
    [InlineData("""{"code":200,"data":[]}""", "no_infcode")]
    public void What_is_no_answer_is_a_failure_with_its_reason(string body, string reason)
    {
        var answer = Bureau(body);
        Assert.Equal((BureauState.Failed, reason), (answer.State, answer.Reason));
    }

    [Fact]
    public void Another_charset_is_read_if_it_is_declared()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding.GetEncoding("GB18030").GetBytes("""{"infcode":-1,"err_msg":"机构编码错误𠮷"}""");
        Assert.Equal("机构编码错误𠮷", BureauAnswerReader.Read(body, "GB18030", RelayForm.National, []).Message);
        Assert.Equal("charset", BureauAnswerReader.Read(body, "klingon", RelayForm.National, []).Reason);
        Assert.Equal("not_json", BureauAnswerReader.Read(body, "", RelayForm.National, []).Reason);
        byte[] marked = [0xEF, 0xBB, 0xBF, .. """{"infcode":0}"""u8];
        Assert.Equal(BureauState.Answered, BureauAnswerReader.Read(marked, "utf-8", RelayForm.National, []).State);
    }

    [Fact]
    public void A_region_that_calls_members_otherwise_is_read_by_its_names()
    {
        var form = RelayForm.National with { Names = new FieldRenames(new Dictionary<(string, string), string> { [("judge_result_detail_dtos", "rx_id")] = "feedetl_sn" }) };
        var answer = BureauAnswerReader.Read(
            """{"infcode":0,"output":{"result":[{"jr_id":"1","judge_result_detail_dtos":[{"feedetl_sn":"A","vola_item_type":"1"}]}]}}"""u8.ToArray(), "", form, []);
        Assert.Equal(["A"], Assert.Single(answer.Rows).OffendingLines);
    }
}
