using System.Text.Json;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>应提示: the name of a rule that must speak, or an object with what it says.</summary>
internal static class ExpectationReader
{
    private const int MostFindings = 1_000;

    private static readonly string[] Members = ["项目", "另一项目", "医嘱", "费用", "含", "金额", "等级", "处理", "缺", "已折叠", "次数"];

    public static ExpectedFinding? Read(JsonValue value, CaseHistory history, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String)
        {
            if (reading.Names.KnowsRule(value.Text))
                return new ExpectedFinding(value.Text);
            reading.Fault(value, reading.Names.NoRule(value.Text));
            return null;
        }
        if (CaseObject.Open(value, "An entry of '应提示'", ["规则"], Members, reading) is not { } expected)
            return null;
        var (order, charge) = (expected.Text("医嘱"), expected.Text("费用"));
        if (order is not null && history.Order(order) is null)
            expected.Fault("医嘱", history.NoOrder(order));
        if (charge is not null && history.Charge(charge) is null)
            expected.Fault("费用", history.NoCharge(charge));
        return expected.Rule("规则") is not { } rule ? null : new ExpectedFinding(rule)
        {
            ItemCode = expected.Item("项目"),
            OtherCode = expected.Item("另一项目"),
            OrderId = order,
            ChargeId = charge,
            Says = [.. expected.Texts("含").Select(text => text.Text)],
            Amount = expected.Yuan("金额"),
            Severity = expected.Word("等级", CaseWords.Severities),
            Response = expected.Word("处理", CaseWords.Responses),
            MissingInput = expected.Text("缺") is { } missing ? CaseNames.Input(missing) : null,
            Folded = expected.Truth("已折叠"),
            Count = expected.Whole("次数", 1, MostFindings),
        };
    }
}
