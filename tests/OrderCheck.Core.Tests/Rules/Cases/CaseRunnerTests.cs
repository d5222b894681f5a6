using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Cases;
using Xunit;

namespace OrderCheck.Core.Tests.Rules.Cases;

/// <summary>What a case tells the evaluator, and what it takes for a failure.</summary>
public sealed class CaseRunnerTests
{
    private static readonly Release Rules = Folders.Built(Folders.Starter(("sex_limits", $"item_code,sex\n{Folders.Service},女\n"), ("age_limits", "item_code,max_age,age_unit\n001102000050000,17,岁\n")));

    private const string Man = """ "患者": { "性别": "男", "年龄": "16岁", "险种": "职工", "就医方式": "普通住院" } """;

    [Fact]
    public void A_rule_that_should_have_spoken_is_a_failure() =>
        Fails("""{ "item-outside-age": "提示" }""", Man, "'item-outside-age' should have spoken, but it said nothing.");

    [Fact]
    public void A_rule_that_should_have_been_silent_is_a_failure() =>
        Fails("""{ "item-for-the-other-sex": "放行" }""", Man, "'item-for-the-other-sex' should have said nothing, but it said: 【住院诊查费】限女性使用，患者为男性");

    [Fact]
    public void What_cannot_be_told_is_neither_caught_nor_passed()
    {
        const string Somebody = """ "患者": { "年龄": "16岁", "险种": "职工", "就医方式": "普通住院" } """;

        Fails("""{ "item-for-the-other-sex": "放行" }""", Somebody, "'item-for-the-other-sex' should have said nothing");
        Fails("""{ "item-for-the-other-sex": "提示" }""", Somebody, "undetermined");
        Holds("""{ "item-outside-age": "放行" }""", Somebody + """, "应提示": { "规则": "item-for-the-other-sex", "缺": "患者性别" } """);
    }

    [Fact]
    public void Nothing_else_means_nothing_else()
    {
        Fails("""{ "item-outside-age": "放行" }""", Man + """, "不应提示": "其他" """, "'item-for-the-other-sex' is not expected");
        Holds("""{ "item-for-the-other-sex": "提示" }""", Man + """, "不应提示": "其他" """);
    }

    [Theory]
    [InlineData("\"含\": \"患者为女性\"")]
    [InlineData("\"金额\": \"1\"")]
    [InlineData("\"等级\": \"可疑\"")]
    [InlineData("\"处理\": \"提示\"")]
    [InlineData("\"项目\": \"急诊监护费\"")]
    [InlineData("\"已折叠\": true")]
    [InlineData("\"次数\": 2")]
    [InlineData("\"另一项目\": \"急诊监护费\"")]
    public void Each_detail_counts(string detail) =>
        Fails("""{ "item-for-the-other-sex": "提示" }""", Man + $$""", "应提示": { "规则": "item-for-the-other-sex", {{detail}} } """, "'item-for-the-other-sex' should have spoken");

    [Fact]
    public void An_order_that_cannot_be_expanded_makes_the_case_worthless() =>
        Fails(
            """{ "item-for-the-other-sex": "提示" }""", Man, "'order-not-expanded' is not expected", """{ "开立": { "项目": "住院诊查费", "频次": "q99h", "天数": 2 } }""");

    [Fact]
    public void Everything_that_a_HIS_reports_can_be_told()
    {
        var ruleCase = Read("""{ "item-outside-age": "放行" }""", """
            "患者": { "入院": "2026-03-02 09:00", "性别": "女", "出生": "2015-03-02", "险种": "职工", "就医方式": "普通住院", "科室": "妇产科", "病区": "1", "床位": "2",
                     "主管医师": "D1", "患者号": "P1", "医保就诊号": "M1", "诊断": [ "O80.900 单胎顺产", { "编码": "D50.900", "主要": true, "疑似": true } ],
                     "手术": "75.6900 修补", "过敏": [ "青霉素" ], "检验": { "编码": "HGB", "结果": "88", "单位": "g/L" }, "体重": "62.5kg", "妊娠": { "状态": "妊娠", "孕周": 39 } },
            "此前": [
              { "时间": "10:00", "分娩": { "新生儿": "1", "性别": "男", "体重": "3200g" } },
              { "时间": "第2天", "转科": "内科" }, { "时间": "第2天 11:00", "换床": { "床位": "9" } },
              { "时间": "第2天 12:00", "请假": true }, { "时间": "第2天 18:00", "销假": true },
              { "时间": "第3天", "变更险种": { "险种": "自费", "生效": "第1天" } }, { "时间": "第3天", "更正": { "病区": "3" } },
              { "时间": "第3天", "预算": { "病组": "OB1", "支付标准": "5000", "标准成本": 4000 } },
              { "时间": "第3天", "合并": { "就诊号": "V9" } },
              { "时间": "第3天", "开立": [ { "编号": "甲", "项目": "住院诊查费", "长期": true }, { "编号": "乙", "项目": "住院诊查费" } ] },
              { "时间": "第3天", "核对": "甲" }, { "时间": "第3天", "执行": "甲" }, { "时间": "第3天", "停止": { "医嘱": "甲", "原因": "好转" } },
              { "时间": "第3天", "退回": "乙" }, { "时间": "第3天", "作废": "乙" }, { "时间": "第3天", "重整": { "原医嘱": "甲", "新医嘱": "乙" } },
              { "时间": "第4天", "收费": [ { "编号": "丙", "项目": "住院诊查费", "单价": "20", "数量": 2, "医嘱": "甲" }, { "退": "丙", "数量": 1 } ] },
              { "时间": "第4天", "出院": "医嘱离院" }, { "时间": "第4天", "召回": true },
              { "时间": "第5天", "结算": "S1" }, { "时间": "第5天", "撤销结算": "S1" }, { "时间": "第5天", "撤销入院": true }
            ]
            """, """{ "时间": "第6天", "核对": "甲" }""");

        Assert.Equal(new DateTimeOffset(2026, 3, 7, 10, 0, 0, TimeSpan.FromHours(8)), ruleCase.Now);
        Assert.Equal(32, ruleCase.History.Count);
        Assert.Equal("甲", Assert.Single(ruleCase.Orders).Id);
        Assert.Equal(
            [
                "AdmissionCancelled", "Admitted", "AllergyRecorded", "BedChanged", "BirthRecorded", "BudgetGiven", "Charge", "DiagnosisRecorded", "DischargeCancelled",
                "Discharged", "InsuranceChanged", "LaboratoryValueRecorded", "LeaveEnded", "LeaveStarted", "Merged", "OrderCancelled", "OrderExecuted", "OrderReturned",
                "OrderSigned", "OrderStopped", "OrderSuperseded", "OrderVerified", "PregnancyRecorded", "ProcedureRecorded", "Settled", "SettlementCancelled",
                "StayUpdated", "Transferred", "WeightRecorded",
            ],
            ruleCase.History.Select(fact => fact.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static void Fails(string shows, string rest, string failure, string now = """{ "开立": "住院诊查费" }""")
    {
        var result = CaseRunner.Run(Read(shows, rest, now));

        Assert.Contains(result.Failures, text => text.Contains(failure, StringComparison.Ordinal));
    }

    private static void Holds(string shows, string rest) => Assert.Empty(CaseRunner.Run(Read(shows, rest, """{ "开立": "住院诊查费" }""")).Failures);

    private static RuleCase Read(string shows, string rest, string now)
    {
        var text = $$"""{ "病例": [ { "病例": "甲", "规则": {{shows}}, "现在": {{now}}, {{rest}} } ] }""";
        var set = CaseSet.Read(Folders.With(new RuleFile("cases/甲.json", text)), Rules);
        Assert.Empty(set.Faults);
        return Assert.Single(set.Cases);
    }
}
