using OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Encounters;

/// <summary>
/// What every echo answers: unchecked, and with a made-up finding and budget, so that it is as long as a check's answer and
/// whoever warms up with it has read each part of one. Every text says that it is a sample.
/// </summary>
internal static class EchoAnswer
{
    private const string Sample = "连通测试示例，不是审核结果";

    /// <summary>Shared by all calls: nobody changes it.</summary>
    public static CheckAnswer Message { get; } = new()
    {
        State = CheckState.Unchecked,
        StateReasons = { new StateReason { Code = "echo", Message = "连通测试，未审核。" } },
        Findings =
        {
            new Finding
            {
                Key = "00000000000000000000000000000000",
                Rule = "echo-sample",
                Title = Sample,
                OfficialRuleName = Sample,
                OfficialRuleCode = "000",
                Family = "示例",
                Domain = "payment",
                Severity = Severity.Reminder,
                Response = Response.Inform,
                Message = Sample + "：用于测量往返时间，并在首次审核前完成各部分的初始化。",
                OfficialText = Sample,
                Basis = Sample,
                Offender = new Party { OrderId = "echo", ItemCode = "echo-sample-item", ItemName = Sample, At = new() },
                Facts = { new ComparedFact { Name = "line.quantity", Label = "数量", Value = "1" }, new ComparedFact { Name = "use.day", Label = "当日数量", Value = "1" } },
                Amount = "0.00",
                AllowedDecisions = { DecisionKind.Withdrawn, DecisionKind.Changed, DecisionKind.Overridden },
            },
        },
        BudgetBefore = Budget(),
        BudgetAfter = Budget(),
        OwnShare = "0.00",
        ReleaseHash = "0000000000000000000000000000000000000000000000000000000000000000",
        EvaluatedAt = new(),
    };

    private static BudgetProgress Budget() => new()
    {
        GroupCode = "示例",
        GroupName = Sample,
        Cost = "0.00",
        StandardCost = "0.00",
        PaymentStandard = "0.00",
        PercentOfStandardCost = "0.0",
        PercentOfPaymentStandard = "0.0",
    };
}
