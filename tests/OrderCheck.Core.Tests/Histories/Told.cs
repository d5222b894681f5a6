using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>What an answer says, as one text that two answers are compared by: each finding a line, in no order.</summary>
internal static class Told
{
    public static string By(CheckAnswer answer) => Lines(answer.Findings);

    /// <summary>With what could not be told, and the badges.</summary>
    public static string InAll(CheckAnswer answer) => string.Join(
        '\n', Lines(answer.Findings), answer.State, string.Join('、', answer.StateReasons.Select(reason => reason.Code)),
        string.Join('\n', answer.Blind.Select(blind => blind.ToString()).Order(StringComparer.Ordinal)),
        string.Join('\n', answer.Flags.Select(flag => flag.ToString()).Order(StringComparer.Ordinal)),
        answer.BudgetBefore, answer.BudgetAfter, answer.OwnShare);

    public static string Lines(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(Line).Order(StringComparer.Ordinal));

    /// <summary>Of quantities: which rules found something of which items, however many lines they are billed in.</summary>
    public static string OfQuantities(CheckAnswer answer) => string.Join('\n', answer.Findings
        .Where(finding => finding.Family is "频次" or "疗程" or "限定总额" or "配套项目" or "重复收费" or "分解收费" or "收费与医嘱不符" or "住院时间外收费" or "串换收费")
        .SelectMany(finding => finding.Also.Select(one => one.Offender).Prepend(finding.Offender).Select(offender => $"{finding.Rule} {offender?.ItemCode} {finding.Undetermined}"))
        .Distinct().Order(StringComparer.Ordinal));

    private static string Line(Finding finding) => string.Join(
        ' ', finding.Rule, finding.Message, finding.Offender?.OrderId, finding.Offender?.ChargeId, finding.Offender?.ItemCode,
        "→", finding.Counterpart?.OrderId, finding.Counterpart?.ItemCode, string.Join('、', finding.AlsoOrderIds.Order(StringComparer.Ordinal)),
        finding.Undetermined ? $"未能判断{string.Join('、', finding.MissingInputs)}" : "", finding.Key);
}
