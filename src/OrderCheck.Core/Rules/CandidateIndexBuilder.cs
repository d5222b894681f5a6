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
        foreach (var rule in rules.Where(rule => rule.Definition.Runs))
        {
            foreach (var row in RowsOf(rule, knowledge))
            {
                var candidate = new Candidate(rule, row);
                if (row is { ItemCode: "", IsPrefix: false })
                    ofEncounter.Add(candidate);
                else if (row.IsPrefix)
                    AddPrefix(candidate, byItem, byPrefix, items);
                else
                    Add(byItem, row.ItemCode, candidate);
            }
        }
        return new CandidateIndex(Freeze(byItem), Freeze(Unite(byPrefix)), [.. ofEncounter]);
    }

    private static IEnumerable<KnowledgeRow> RowsOf(
        CompiledRule rule, FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> knowledge)
    {
        var rows = knowledge[rule.Definition.Knowledge];
        return rows.Concat(PairMirror.Of(rows)).Where(rule.AppliesTo);
    }

    private static void AddPrefix(
        Candidate candidate, Dictionary<string, List<Candidate>> byItem, Dictionary<string, List<Candidate>> byPrefix, ItemCodes items)
    {
        foreach (var code in items.With(candidate.Row.ItemCode))
            Add(byItem, code, candidate);
        Add(byPrefix, candidate.Row.ItemCode, candidate);
    }

    /// <summary>To each prefix the candidates of the shorter prefixes that it begins with, so that the longest match has them all.</summary>
    private static Dictionary<string, List<Candidate>> Unite(Dictionary<string, List<Candidate>> byPrefix) =>
        byPrefix.Keys.ToDictionary(
            prefix => prefix,
            prefix => byPrefix
                .Where(entry => prefix.StartsWith(entry.Key, StringComparison.Ordinal))
                .SelectMany(entry => entry.Value)
                .ToList());

    private static void Add(Dictionary<string, List<Candidate>> index, string code, Candidate candidate)
    {
        if (!index.TryGetValue(code, out var candidates))
            index[code] = candidates = new List<Candidate>(1);
        candidates.Add(candidate);
    }

    private static FrozenDictionary<string, Candidate[]> Freeze(Dictionary<string, List<Candidate>> index) =>
        index.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray());
}
