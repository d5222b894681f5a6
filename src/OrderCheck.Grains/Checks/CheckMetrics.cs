using System.Diagnostics;
using System.Diagnostics.Metrics;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;

namespace OrderCheck.Grains.Checks;

/// <summary>What checks took, how they ended, and what was found.</summary>
public static class CheckMetrics
{
    private static readonly Histogram<double> Duration = GrainTelemetry.Meter.CreateHistogram(
        "ordercheck.check.duration", "s", "What a check took, by phase.", tags: null, GrainTelemetry.Seconds);

    private static readonly Counter<int> Checks = GrainTelemetry.Meter.CreateCounter<int>(
        "ordercheck.checks", "{check}", "Checks answered, by state and, where not complete, by cause.");

    private static readonly Counter<int> Findings = GrainTelemetry.Meter.CreateCounter<int>(
        "ordercheck.findings", "{finding}", "Findings answered to checks and writes, or put on late lists.");

    private static readonly Counter<int> BlindRules = GrainTelemetry.Meter.CreateCounter<int>(
        "ordercheck.rules.undetermined", "{line}", "Lines and rows that a rule could not judge, by the input that it lacked.");

    private static readonly KeyValuePair<string, object?>[] Phases =
        [.. Enum.GetNames<CheckPhase>().Select(static name => new KeyValuePair<string, object?>("phase", name.ToLowerInvariant()))];

    internal static bool Times => Duration.Enabled;

    /// <summary>A check was answered. The cause is the last reason given: our own failures come after what the evaluation says.</summary>
    public static void Answered(CheckAnswer answer)
    {
        if (Checks.Enabled)
            Checks.Add(1, new TagList
            {
                { "state", StateName(answer.State) },
                { "cause", answer.StateReasons.Count > 0 ? answer.StateReasons[^1].Code : "" },
            });
        Found(answer.Findings, "check");
    }

    /// <param name="by">"check", "write" or "late".</param>
    internal static void Found(IReadOnlyList<Finding> findings, string by)
    {
        if (!Findings.Enabled)
            return;
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            Findings.Add(1, new TagList
            {
                { "rule", finding.Rule },
                { "severity", SeverityName(finding.Severity) },
                { "response", ResponseName(finding.Response) },
                { "folded", finding.Folded ? "true" : "false" },
                { "undetermined", finding.Undetermined ? "true" : "false" },
                { "by", by },
            });
        }
    }

    /// <summary>Rules could not tell, in a check, a write or a late judgement.</summary>
    internal static void Blind(IReadOnlyList<BlindRule> rules)
    {
        if (!BlindRules.Enabled)
            return;
        for (var i = 0; i < rules.Count; i++)
            BlindRules.Add(rules[i].Times, new TagList { { "rule", rules[i].Rule }, { "input", rules[i].Input } });
    }

    internal static void Took(CheckPhase phase, TimeSpan time) => Duration.Record(Math.Max(0, time.TotalSeconds), Phases[(int)phase]);

    private static string StateName(CheckState state) => state switch
    {
        CheckState.Complete => "complete",
        CheckState.Partial => "partial",
        _ => "unchecked",
    };

    private static string SeverityName(Severity severity) => severity switch
    {
        Severity.Violation => "violation",
        Severity.Suspicion => "suspicion",
        _ => "reminder",
    };

    private static string ResponseName(Response response) => response switch
    {
        Response.Block => "block",
        Response.Justify => "justify",
        _ => "inform",
    };
}
