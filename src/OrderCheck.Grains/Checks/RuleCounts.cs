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
            if (!finding.Undetermined)
                Add((hospital, day, finding.Rule, shadow, ""), 1 + finding.AlsoOrderIds.Count);
        }
        foreach (var blind in answer.Blind)
            Add((hospital, day, blind.Rule, shadow, blind.Input), blind.Times);
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
