using System.Collections.Frozen;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Knowledge.Reading;

namespace OrderCheck.Core.Rules;

/// <summary>Joins the rules that run with the rows that they read.</summary>
internal static class CandidateIndexBuilder
{
    public static CandidateIndex Build(
        IReadOnlyList<CompiledRule> rules, FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> knowledge, ItemCodes items)
    {
        var byItem = new Dictionary<string, List<Candidate>>();
        var byPrefix = new Dictionary<string, List<Candidate>>();
        var ofEncounter = new List<Candidate>();
        var ofEveryItem = new List<Candidate>();
        foreach (var rule in rules.Where(rule => rule.Definition.Runs))
        {
            foreach (var row in RowsOf(rule, knowledge))
            {
                var candidate = new Candidate(rule, row);
                // Of charges alone: an order's lines do not even look at them.
                if (row.IsOfEveryItem && row is StayWindow or ChargeOrderNeed)
                    ofEveryItem.Add(candidate);
                else if (row is { ItemCode: "", IsPrefix: false })
                    ofEncounter.Add(candidate);
                else if (row.IsPrefix)
                    AddPrefix(row.ItemCode, candidate, byItem, byPrefix, items);
                else if (ItemsOfKind.PrefixesOf(row.ItemCode) is { Count: > 0 } prefixes)
                    AddPrefixes(prefixes, candidate, byItem, byPrefix, items);
                else
                    Add(byItem, row.ItemCode, candidate);
                foreach (var shared in row.SharedWith)
                {
                    if (shared.EndsWith('*'))
                        AddPrefix(shared[..^1], candidate, byItem, byPrefix, items);
                    else
                        Add(byItem, shared, candidate);
                }
            }
        }
        return new CandidateIndex(Freeze(byItem), Freeze(Unite(byPrefix)), [.. ofEncounter], [.. ofEveryItem]);
    }

    private static IEnumerable<KnowledgeRow> RowsOf(
        CompiledRule rule, FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> knowledge)
    {
        var rows = knowledge[rule.Definition.Knowledge];
        return rows.Concat(PairMirror.Of(rows)).Where(rule.AppliesTo);
    }

    private static void AddPrefixes(
        IReadOnlyList<string> prefixes, Candidate candidate, Dictionary<string, List<Candidate>> byItem, Dictionary<string, List<Candidate>> byPrefix, ItemCodes items)
    {
        foreach (var prefix in prefixes)
            AddPrefix(prefix, candidate, byItem, byPrefix, items);
    }

    private static void AddPrefix(
        string prefix, Candidate candidate, Dictionary<string, List<Candidate>> byItem, Dictionary<string, List<Candidate>> byPrefix, ItemCodes items)
    {
        foreach (var code in items.With(prefix))
            Add(byItem, code, candidate);
        Add(byPrefix, prefix, candidate);
    }

    /// <summary>To each prefix the candidates of the shorter prefixes that it begins with, so that the longest match has them all.</summary>
    private static Dictionary<string, List<Candidate>> Unite(Dictionary<string, List<Candidate>> byPrefix) =>
        byPrefix.Keys.ToDictionary(
            prefix => prefix,
            prefix => byPrefix
                .Where(entry => prefix.StartsWith(entry.Key, StringComparison.Ordinal))
                .SelectMany(entry => entry.Value)
                .Distinct()
                .ToList());

    private static void Add(Dictionary<string, List<Candidate>> index, string code, Candidate candidate)
    {
        if (!index.TryGetValue(code, out var candidates))
            index[code] = candidates = new List<Candidate>(1);
        // A row that names an item twice, itself and by a prefix, is for it once; what was added last is of the same row.
        if (candidates.Count == 0 || candidates[^1] != candidate)
            candidates.Add(candidate);
    }

    private static FrozenDictionary<string, Candidate[]> Freeze(Dictionary<string, List<Candidate>> index) =>
        index.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray());
}
