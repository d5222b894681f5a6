using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Rules.Cases;

/// <summary>The words of case files and what they mean.</summary>
internal static class CaseWords
{
    public static readonly IReadOnlyDictionary<string, CaseKind> Kinds = new Dictionary<string, CaseKind>
    {
        ["提示"] = CaseKind.Fires,
        ["放行"] = CaseKind.Passes,
        ["边界"] = CaseKind.Boundary,
    };

    public static readonly IReadOnlyDictionary<string, Sex> Sexes = new Dictionary<string, Sex>
    {
        ["男"] = Sex.Male,
        ["女"] = Sex.Female,
        ["性别不定"] = Sex.Indeterminate,
    };

    public static readonly IReadOnlyDictionary<string, int> Levels = new Dictionary<string, int>
    {
        ["一级"] = 1,
        ["二级"] = 2,
        ["三级"] = 3,
        ["未定级"] = 0,
    };

    public static readonly IReadOnlyDictionary<string, PregnancyState> Pregnancies = new Dictionary<string, PregnancyState>
    {
        ["妊娠"] = PregnancyState.Pregnant,
        ["哺乳"] = PregnancyState.Lactating,
        ["无"] = PregnancyState.None,
        ["不详"] = PregnancyState.Unknown,
    };

    public static readonly IReadOnlyDictionary<string, OrderKind> OrderKinds = new Dictionary<string, OrderKind>
    {
        ["药品"] = OrderKind.Drug,
        ["饮片"] = OrderKind.Herb,
        ["项目"] = OrderKind.Service,
        ["耗材"] = OrderKind.Consumable,
    };

    public static readonly IReadOnlyDictionary<string, DecisionKind> Decisions = new Dictionary<string, DecisionKind>
    {
        ["撤回"] = DecisionKind.Withdrawn,
        ["修改"] = DecisionKind.Changed,
        ["自费"] = DecisionKind.SelfPay,
        ["符合限制条件"] = DecisionKind.MeetsLimit,
        ["说明理由"] = DecisionKind.Overridden,
        ["紧急放行"] = DecisionKind.EmergencyBypass,
    };

    public static readonly IReadOnlyDictionary<string, PromiseKind> Promises = new Dictionary<string, PromiseKind>
    {
        ["诊断待补"] = PromiseKind.DiagnosisToFollow,
        ["结果待补"] = PromiseKind.ResultToFollow,
    };

    public static readonly IReadOnlyDictionary<string, Severity> Severities = new Dictionary<string, Severity>
    {
        ["明确违规"] = Severity.Violation,
        ["可疑"] = Severity.Suspicion,
        ["提醒"] = Severity.Reminder,
    };

    public static readonly IReadOnlyDictionary<string, Response> Responses = new Dictionary<string, Response>
    {
        ["提示"] = Response.Inform,
        ["需填理由"] = Response.Justify,
        ["拦截"] = Response.Block,
    };
}
