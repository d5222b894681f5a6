using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Cases;

/// <summary>What an answer says otherwise than the case expects.</summary>
internal static class CaseComparison
{
    public static IEnumerable<string> Differences(RuleCase ruleCase, CheckAnswer answer) =>
    [
        .. answer.StateReasons.Where(reason => reason.Code is "rule_failed" or "order_failed").Select(reason => $"{reason.Subject} failed: {reason.Message}"),
        .. ruleCase.Expected.SelectMany(expected => Missed(expected, ruleCase, answer)),
        .. ruleCase.Silent.SelectMany(rule => Spoken(rule, answer, ruleCase)),
        .. Unexpected(ruleCase, answer),
    ];

    private static IEnumerable<string> Missed(ExpectedFinding expected, RuleCase ruleCase, CheckAnswer answer)
    {
        if (expected.MissingInput is { } missing && !answer.Findings.Any(finding => finding.Rule == expected.Rule))
        {
            if (!answer.Blind.Any(blind => blind.Rule == expected.Rule && blind.Input == missing))
                yield return $"'{expected.Rule}' should be undetermined for want of {missing}, but it {Said(expected.Rule, answer)}.";
            yield break;
        }
        if (IsFlag(expected.Rule, ruleCase))
        {
            if (!answer.Flags.Any(flag => IsOf(expected.Rule, flag, ruleCase) && Fits(expected, flag)))
                yield return $"'{expected.Rule}' should have put a flag{Describe(expected)}; flags are {List(answer.Flags.Select(flag => flag.Text))}.";
            yield break;
        }
        var count = answer.Findings.Count(finding => Fits(expected, finding, ruleCase));
        if (count == 0)
            yield return $"'{expected.Rule}' should have spoken{Describe(expected)}, but it {Said(expected.Rule, answer)}.";
        else if (expected.Count is { } wanted && wanted != count)
            yield return $"'{expected.Rule}' should have spoken {wanted} times, but it spoke {count} times.";
    }

    private static IEnumerable<string> Spoken(string rule, CheckAnswer answer, RuleCase ruleCase)
    {
        foreach (var finding in answer.Findings.Where(finding => finding.Rule == rule))
            yield return $"'{rule}' should have said nothing, but it said: {finding.Message}";
        foreach (var blind in answer.Blind.Where(blind => blind.Rule == rule && !answer.Findings.Any(finding => finding.Rule == rule)))
            yield return $"'{rule}' should have passed, but it is undetermined for want of {blind.Input}.";
        foreach (var flag in answer.Flags.Where(flag => IsFlag(rule, ruleCase) && IsOf(rule, flag, ruleCase)))
            yield return $"'{rule}' should have put no flag, but it put: {flag.Text}";
    }

    /// <summary>Codes and quantities that cannot be read make a case worthless, unless it is about that.</summary>
    private static IEnumerable<string> Unexpected(RuleCase ruleCase, CheckAnswer answer) =>
        answer.Findings
            .Where(finding => ruleCase.NothingElse || finding.Rule is BuiltInFindings.UnknownItem or BuiltInFindings.NotExpanded)
            .Where(finding => !ruleCase.Expected.Any(expected => expected.Rule == finding.Rule) && !ruleCase.Silent.Contains(finding.Rule))
            .Select(finding => $"'{finding.Rule}' is not expected, but it said: {finding.Message}");

    private static bool Fits(ExpectedFinding expected, Finding finding, RuleCase ruleCase) =>
        finding.Rule == expected.Rule
        && (expected.MissingInput is { } missing
            ? finding.Undetermined && finding.MissingInputs.Contains(missing)
            : !finding.Undetermined || ruleCase.Release.Rules.All(rule => rule.Definition.Name != finding.Rule || rule.Definition.IsProse))
        && (expected.ItemCode is null || finding.Offender?.ItemCode == expected.ItemCode)
        && (expected.OtherCode is null || finding.Counterpart?.ItemCode == expected.OtherCode)
        && (expected.OrderId is not { } order || finding.Offender?.OrderId == order || finding.AlsoOrderIds.Contains(order))
        && (expected.ChargeId is not { } charge || finding.Offender?.ChargeId == charge || finding.AlsoOrderIds.Contains(charge))
        && expected.Says.All(fragment => finding.Message.Contains(fragment, StringComparison.Ordinal))
        && (expected.Amount is null || finding.Amount == expected.Amount)
        && (expected.Severity is null || finding.Severity == expected.Severity)
        && (expected.Response is null || finding.Response == expected.Response)
        && (expected.Folded is null || finding.Folded == expected.Folded);

    private static bool Fits(ExpectedFinding expected, Flag flag) =>
        (expected.ItemCode is null || flag.ItemCode == expected.ItemCode)
        && (expected.OrderId is null || flag.OrderId == expected.OrderId)
        && expected.Says.All(fragment => flag.Text.Contains(fragment, StringComparison.Ordinal))
        && (expected.Amount is null || flag.Amount == expected.Amount);

    private static bool IsFlag(string rule, RuleCase ruleCase) =>
        ruleCase.Release.Rules.Any(known => known.Definition.Name == rule && known.Definition.IsFlag);

    /// <summary>A flag does not name its rule: it is one that a row of the rule puts.</summary>
    private static bool IsOf(string rule, Flag flag, RuleCase ruleCase)
    {
        foreach (ref readonly var candidate in ruleCase.Release.CandidatesFor(flag.ItemCode ?? ""))
        {
            if (candidate.Rule.Definition.Name == rule && candidate.Row is ItemFlag row && row.Kind == flag.Kind && row.Text == flag.Text)
                return true;
        }
        return false;
    }

    private static string Said(string rule, CheckAnswer answer)
    {
        string[] said = [.. answer.Findings.Where(finding => finding.Rule == rule).Select(Sentence)];
        if (said.Length > 0)
            return $"said {List(said)}";
        return answer.Blind.FirstOrDefault(blind => blind.Rule == rule) is { } blind ? $"was undetermined for want of {blind.Input}" : "said nothing";
    }

    private static string Sentence(Finding finding) =>
        $"“{finding.Message}” ({finding.Offender?.ItemCode} {finding.Amount} {finding.Severity} {finding.Response}{(finding.Undetermined ? " undetermined" : "")}{(finding.Folded ? " folded" : "")})";

    private static string Describe(ExpectedFinding expected)
    {
        string?[] parts =
        [
            expected.ItemCode is { } item ? $"on {item}" : null,
            expected.OtherCode is { } other ? $"against {other}" : null,
            (expected.OrderId ?? expected.ChargeId) is { } id ? $"on '{id}'" : null,
            expected.Says.Count > 0 ? $"with {List(expected.Says)}" : null,
            expected.Amount is { } amount ? $"about {amount} yuan" : null,
            expected.Severity is { } severity ? $"as {severity}" : null,
            expected.Response is { } response ? $"to {response}" : null,
            expected.MissingInput is { } missing ? $"for want of {missing}" : null,
            expected.Folded is { } folded ? folded ? "folded" : "unfolded" : null,
        ];
        var text = string.Join(", ", parts.Where(part => part is not null));
        return text.Length == 0 ? "" : " " + text;
    }

    private static string List(IEnumerable<string> texts)
    {
        var list = string.Join("; ", texts);
        return list.Length == 0 ? "none" : list;
    }
}
