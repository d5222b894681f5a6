using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Morning;

/// <summary>The protocol's words as a doctor reads them.</summary>
internal static class Words
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Violation => "明确违规",
        Severity.Suspicion => "可疑",
        _ => "提醒",
    };

    public static string Of(Response response) => response switch
    {
        Response.Block => "拦截",
        Response.Justify => "需填理由",
        _ => "提示",
    };

    public static string Of(DecisionKind decision) => decision switch
    {
        DecisionKind.Withdrawn => "撤销",
        DecisionKind.Changed => "修改",
        DecisionKind.SelfPay => "转自费（患者同意）",
        DecisionKind.MeetsLimit => "符合限制条件",
        DecisionKind.Overridden => "坚持使用并说明理由",
        DecisionKind.EmergencyBypass => "紧急放行",
        _ => decision.ToString(),
    };
}
