using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Cases;
using Xunit;

namespace OrderCheck.Core.Tests.Rules.Cases;

public sealed class CaseFaultTests
{
    private static readonly Release Sex = Folders.Built(Folders.StarterOf("sex_limits", $"item_code,sex\n{Folders.Drug},男\n"));

    [Theory]
    [InlineData("""{ "病例": [] }""", 1, 9, "'病例' must be a list of at least one case.")]
    [InlineData("""{ "病列": [] }""", 1, 3, "'病列'")]
    [InlineData("""[ 1 ]""", 1, 1, "A case file must be an object.")]
    [InlineData("""{ "病例": [ """, 1, 11, "not JSON")]
    public void A_file_that_is_no_set_of_cases(string text, int line, int column, string message) => Refused(text, line, column, message);

    [Theory]
    [InlineData("\"性别\": \"男\"", "\"性别\": \"雄\"", 5, 20, "It may be 男, 女, 性别不定.")]
    [InlineData("\"性别\": \"男\"", "\"姓别\": \"男\"", 5, 13, "'患者' has no property '姓别'. It may have: 入院, 性别")]
    [InlineData("\"年龄\": \"45岁\"", "\"年龄\": \"45\"", 5, 31, "'45' is no age. It may be '45岁', '8月' or '20天'")]
    [InlineData("\"险种\": \"职工\"", "\"险种\": \"商业\"", 5, 44, "'商业' is no insurance. It may be 职工")]
    [InlineData("\"就医方式\": \"普通住院\"", "\"就医方式\": \"出诊\"", 5, 58, "'出诊' is no kind of visit. It may be 住院")]
    [InlineData("住院诊查费\", \"开始", "住院诊察费\", \"开始", 6, 30, "'住院诊察费' is neither a code nor a name of the catalogue")]
    [InlineData("住院诊查费\", \"开始", "阿帕他胺片\", \"开始", 6, 30, "'阿帕他胺片' is the name of 2 items. Write it with its code")]
    [InlineData("第2天", "第0天", 6, 45, "'第0天' is no time.")]
    [InlineData("第2天", "2026-02-30", 6, 45, "'2026-02-30' is no time.")]
    [InlineData("第2天", "第2天 24:00", 6, 45, "is no time")]
    [InlineData("\"天数\": 3", "\"天数\": 0", 6, 57, "from 1 to 366")]
    [InlineData("\"天数\": 3", "\"天数\": \"三\"", 6, 58, "'三' is no number for '天数'")]
    [InlineData("item-for-the-other-sex\": \"放行", "item-for-another-sex\": \"放行", 4, 13, "'item-for-another-sex' is no rule. Rules are ")]
    [InlineData("\"放行\"", "\"通过\"", 4, 39, "'通过' is not what a case can show. It may be 提示, 放行, 边界.")]
    [InlineData("\"放行\"", "\"边界\"", 4, 39, "A boundary case (边界) names")]
    [InlineData("\"开立\"", "\"开单\"", 6, 13, "'现在' has no property '开单'. It may have: 时间, 开立, 核对, 收费, 审核.")]
    public void What_is_wrong_in_a_case_is_told_with_its_place(string written, string wrong, int line, int column, string message)
    {
        var text = """
            {
              "病例": [ {
                "病例": "男性住院",
                "规则": { "item-for-the-other-sex": "放行" },
                "患者": { "性别": "男", "年龄": "45岁", "险种": "职工", "就医方式": "普通住院" },
                "现在": { "开立": [ { "项目": "住院诊查费", "开始": "第2天", "天数": 3 } ] }
              } ]
            }
            """;
        Assert.Contains(written, text, StringComparison.Ordinal);
        Assert.Empty(Read(text).Faults);

        Refused(text.Replace(written, wrong, StringComparison.Ordinal), line, column, message);
    }

    [Theory]
    [InlineData("""{ "雌雄": [ { "item_code": "住院诊查费", "sex": "男" } ] }""", 2, 11, "'雌雄' is no kind of knowledge. Kinds are sex_limits")]
    [InlineData("""{ "sex_limits": [ { "item_code": "住院诊查费", "sex": "雄" } ] }""", 2, 58, "'雄' is not one of 男, 女")]
    [InlineData("""{ "sex_limits": [ { "item_code": "无此项目", "sex": "男" } ] }""", 2, 42, "'无此项目' is not in the catalogue")]
    [InlineData("""{ "sex_limits": [ { "item_code": "住院诊查费" } ] }""", 2, 11, "sex")]
    [InlineData("""{ "age_limits": [ { "item_code": "住院诊查费", "min_age": 3, "age_unit": "岁" } ] }""", 2, 42, "No rule reads this row")]
    [InlineData("""{ "sex_limits": [] }""", 2, 25, "'sex_limits' must be a list of rows")]
    public void A_row_of_a_case_is_checked_as_a_row_of_the_folder(string rows, int line, int column, string message) =>
        Refused($$"""
            { "病例": [ { "病例": "甲", "规则": { "item-for-the-other-sex": "放行" }, "现在": { "开立": "住院诊查费" } } ],
              "知识": {{rows}} }
            """, line, column, message);

    [Fact]
    public void A_refund_names_a_charge_of_the_case() =>
        Refused(
            """
            { "病例": [ { "病例": "甲", "规则": { "item-for-the-other-sex": "放行" }, "此前": [
              { "时间": "第1天", "收费": { "退": "费用7" } } ], "现在": { "开立": "住院诊查费" } } ] }
            """,
            2, 32, "'费用7' is no charge of this case. Charges are none.");

    [Fact]
    public void An_entry_of_the_history_tells_one_thing() =>
        Refused(
            """
            { "病例": [ { "病例": "甲", "规则": { "item-for-the-other-sex": "放行" }, "此前": [
              { "时间": "第1天", "出院": true, "召回": true } ], "现在": { "开立": "住院诊查费" } } ] }
            """,
            2, 3, "tells exactly one thing");

    private static void Refused(string text, int line, int column, string message)
    {
        var faults = Read(text).Faults;

        Assert.Contains(faults, fault => fault.Message.Contains(message, StringComparison.Ordinal) && (fault.File, fault.Line, fault.Column) == ("cases/甲.json", line, column));
    }

    private static CaseSet Read(string text) => CaseSet.Read(Folders.With(new RuleFile("cases/甲.json", text)), Sex);
}
