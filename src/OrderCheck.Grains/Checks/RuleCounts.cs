using System.Runtime.InteropServices;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Checks;

/// <summary>What rules said and where they were blind since it was last written. For one thread.</summary>
internal sealed class RuleCounts
{
    private readonly Dictionary<(string Hospital, DateOnly Day, string Rule, bool Shadow, string Input), long> _counts = [];

    public void Add(string hospital, DateOnly day, CheckAnswer answer, bool shadow)
    {
        foreach (var finding in answer.Findings)
        {
            if (finding.Undetermined)
                continue;
            Add((hospital, day, finding.Rule, shadow, ""), 1 + finding.AlsoOrderIds.Count);
            if (finding.Folded)
            {
                Add((hospital, day, finding.Rule, shadow, RuleCount.Folded), 1 + finding.AlsoOrderIds.Count);
                continue;
            }
            if (!shadow && finding.Response != Response.Inform)
                Add((hospital, day, finding.Rule, false, RuleCount.Asked), 1 + finding.Also.Count);
            if (finding.Amount is { Micros: > 0 and var micros })
                Add((hospital, day, finding.Rule, shadow, RuleCount.Amount), micros);
        }
        foreach (var blind in answer.Blind)
            Add((hospital, day, blind.Rule, shadow, blind.Input), blind.Times);
    }

    /// <param name="alerts">How written reasons are told apart.</param>
    public void Add(string hospital, DateOnly day, RulesDecided decided, AlertSettings alerts)
    {
        foreach (var one in decided.Rules)
        {
            Add((hospital, day, one.Rule, false, RuleCount.Of(one.Kind)), 1);
            if (one.Kind is DecisionKind.Overridden or DecisionKind.EmergencyBypass)
                Add((hospital, day, one.Rule, false, RuleCount.OfReason(alerts.ReasonOf(one.Reason))), 1);
            if (!one.First)
                continue;
            Add((hospital, day, one.Rule, false, RuleCount.Answered), 1);
            Add((hospital, day, one.Rule, false, RuleCount.Seconds), one.Seconds);
            if (one.Asked)
                Add((hospital, day, one.Rule, false, RuleCount.AskedAnswered), 1);
        }
    }

    public void WriteTo(ICheckStore store)
    {
        foreach (var (key, times) in _counts)
            store.RecordRuleCount(new RuleCount(key.Hospital, key.Day, key.Rule, key.Shadow, key.Input, times));
        _counts.Clear();
    }

    private void Add((string, DateOnly, string, bool, string) key, long times) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _) += times;
}
