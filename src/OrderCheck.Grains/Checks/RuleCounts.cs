using System.Runtime.InteropServices;
using OrderCheck.Core.Checks;
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
                Add((hospital, day, finding.Rule, shadow, RuleCount.Folded), 1 + finding.AlsoOrderIds.Count);
        }
        foreach (var blind in answer.Blind)
            Add((hospital, day, blind.Rule, shadow, blind.Input), blind.Times);
    }

    public void Add(string hospital, DateOnly day, RulesDecided decided)
    {
        foreach (var (rule, kind) in decided.Rules)
            Add((hospital, day, rule, false, RuleCount.Of(kind)), 1);
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
