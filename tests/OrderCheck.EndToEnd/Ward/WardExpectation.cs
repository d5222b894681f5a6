using System.Text.Json;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>应提示 and 不应提示 of one step, held against what was answered.</summary>
internal sealed class WardExpectation(WardCatalogue catalogue)
{
    private const string Others = "其他";

    /// <summary>Shows the official sentence of a limit that cannot be coded: always undetermined.</summary>
    private const string Prose = "official-text";
    public static readonly string[] Members =
    [
        "规则", "项目", "另一项目", "医嘱", "费用", "含", "金额", "等级", "处理", "缺", "已折叠", "次数", "可处置", "不可处置", "级别", "在更多里", "合并",
    ];

    /// <summary>What a step that is judged may tell of its answer.</summary>
    public static readonly string[] Steps = ["应提示", "不应提示", "展示", "更多", "转给", "晨间"];

    private static readonly string[] Worthless = ["unknown-item", "order-not-expanded"];

    public static readonly IReadOnlyDictionary<string, DecisionKind> Decisions = new Dictionary<string, DecisionKind>
    {
        ["撤回"] = DecisionKind.Withdrawn,
        ["修改"] = DecisionKind.Changed,
        ["自费"] = DecisionKind.SelfPay,
        ["符合限制条件"] = DecisionKind.MeetsLimit,
        ["说明理由"] = DecisionKind.Overridden,
        ["紧急放行"] = DecisionKind.EmergencyBypass,
    };

    /// <summary>What is otherwise, Chinese sentences.</summary>
    public IEnumerable<string> Differences(WardEntry step, WardAnswer answer)
    {
        var expected = step.Each("应提示").Select(Expected).ToList();
        var silent = step.Texts("不应提示").ToList();
        if (answer.State is CheckState.Unchecked or CheckState.Partial)
            yield return $"没有审核完整：{string.Join("；", answer.Reasons.Select(reason => reason.Code + " " + reason.Message))}";
        foreach (var (rule, wanted) in expected)
        {
            var count = answer.Findings.Count(finding => finding.Rule == rule && Fits(wanted, finding));
            if (wanted.Text("次数") is { } times ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) != times : count == 0)
                yield return $"规则“{rule}”应当提示{(wanted.Text("次数") is { } number ? number + "次" : "")}{Describe(wanted)}，实际：{answer.Describe()}";
        }
        foreach (var finding in answer.Findings)
        {
            if (expected.Any(pair => pair.Rule == finding.Rule) && !silent.Contains(finding.Rule))
                continue;
            // A code or quantity that cannot be read makes a history worthless, unless it is about that.
            if (silent.Contains(finding.Rule) || silent.Contains(Others) || Worthless.Contains(finding.Rule))
                yield return $"规则“{finding.Rule}”不应提示，实际提示：{WardAnswer.Describe(finding)}";
        }
        foreach (var rule in silent.Where(rule => rule != Others))
            catalogue.Rule(rule);
        foreach (var (what, wanted, actual) in Counts(step, answer).Where(count => count.Wanted != count.Actual))
            yield return $"{what}应为{wanted}，实际为{actual}：{answer.Describe()}";
    }

    /// <summary>How the answer is arranged for its reader.</summary>
    private static IEnumerable<(string What, string Wanted, string Actual)> Counts(WardEntry step, WardAnswer answer)
    {
        if (step.Text("展示") is { } cards)
            yield return ("展示的卡片", cards, $"{answer.Findings.Count(finding => finding is { More: false, Folded: false })}");
        if (step.Text("更多") is { } more)
            yield return ("更多里的卡片", more, $"{answer.Findings.Count(finding => finding.More)}");
        if (step.Text("晨间") is { } morning)
            yield return ("列入晨间清单的提示", morning, $"{answer.Morning}");
        if (step.Find("转给") is not { } routed)
            yield break;
        var others = new WardEntry(routed, "转给", [.. WardHospital.Roles.Keys]);
        foreach (var (name, role) in WardHospital.Roles)
            yield return ($"转给{name}的提示", others.Text(name) ?? "0", $"{answer.Routed.Where(one => one.Role == role).Sum(one => one.Count)}");
    }

    private (string Rule, WardEntry Wanted) Expected(JsonElement told)
    {
        var wanted = told.ValueKind == JsonValueKind.String
            ? new WardEntry(JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["规则"] = told.ToString() }), "应提示", Members)
            : new WardEntry(told, "应提示", Members);
        return (catalogue.Rule(wanted.Text("规则") ?? throw new WardFault("应提示没有写规则")), wanted);
    }

    private bool Fits(WardEntry wanted, Finding finding) =>
        (finding.Undetermined == wanted.Has("缺") || finding.Rule == Prose)
        && (wanted.Text("缺") is not { } missing || finding.Message.Contains($"缺少{missing}", StringComparison.Ordinal) || finding.MissingInputs.Contains(missing))
        && (wanted.Text("项目") is not { } item || finding.Offender?.ItemCode == catalogue.Item(item).Code)
        && (wanted.Text("另一项目") is not { } other || finding.Counterpart?.ItemCode == catalogue.Item(other).Code)
        && (wanted.Text("医嘱") is not { } order || finding.Offender?.OrderId == order || finding.AlsoOrderIds.Contains(order))
        && (wanted.Text("费用") is not { } charge || Charges(finding).Contains(charge))
        && (wanted.Text("级别") is not { } tier || finding.Tier == TierOf(tier))
        && (!wanted.Has("在更多里") || finding.More == wanted.Is("在更多里"))
        && (wanted.Text("合并") is not { } merged || $"{1 + finding.Also.Count}" == merged)
        && wanted.Texts("含").All(fragment => finding.Message.Contains(fragment, StringComparison.Ordinal))
        && (wanted.Text("金额") is not { } amount || finding.Amount == amount)
        && (wanted.Text("等级") is not { } severity || finding.Severity == SeverityOf(severity))
        && (wanted.Text("处理") is not { } response || finding.Response == ResponseOf(response))
        && (!wanted.Has("已折叠") || finding.Folded == wanted.Is("已折叠"))
        && wanted.Texts("可处置").All(kind => finding.AllowedDecisions.Contains(Decisions[kind]))
        && !wanted.Texts("不可处置").Any(kind => finding.AllowedDecisions.Contains(Decisions[kind]));

    private static IEnumerable<string?> Charges(Finding finding) =>
        finding.Also.Select(also => also.Offender?.ChargeId).Append(finding.Offender?.ChargeId).Concat(finding.AlsoOrderIds);

    private static string Describe(WardEntry wanted)
    {
        var parts = Members[1..].Where(wanted.Has).Select(member => $"{member}：{wanted.Text(member)}");
        return string.Join('，', parts) is { Length: > 0 } text ? $"（{text}）" : "";
    }

    private static Severity SeverityOf(string word) => word switch
    {
        "明确违规" => Severity.Violation,
        "可疑" => Severity.Suspicion,
        "提醒" => Severity.Reminder,
        _ => throw new WardFault($"没有等级“{word}”"),
    };

    private static Response ResponseOf(string word) => word switch
    {
        "提示" => Response.Inform,
        "需填理由" => Response.Justify,
        "拦截" => Response.Block,
        _ => throw new WardFault($"没有处理“{word}”"),
    };

    private static Tier TierOf(string word) => word switch
    {
        "中断" => Tier.Interrupt,
        "展示" => Tier.Show,
        "列表" => Tier.List,
        _ => throw new WardFault($"没有级别“{word}”"),
    };
}
