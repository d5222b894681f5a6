using System.Collections.Frozen;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules;

/// <summary>Joins the rules that run with the rows that they read.</summary>
internal static class CandidateIndexBuilder
{
    /// <param name="packed">The large tables, which were joined while they were read; null where there are none.</param>
    public static CandidateIndex Build(
        IReadOnlyList<CompiledRule> rules, FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> knowledge, PackedKnowledge? packed)
    {
        var byItem = new Dictionary<string, List<(int, Candidate)>>();
        var byPrefix = new Dictionary<string, List<(int, Candidate)>>();
        var ofEncounter = new List<Candidate>();
        var ofEveryItem = new List<Candidate>();
        CompiledRule[] running = [.. rules.Where(rule => rule.Definition.Runs)];
        var place = 0;
        foreach (var rule in running)
        {
            foreach (var row in RowsOf(rule, knowledge))
            {
                var candidate = (place++, new Candidate(rule, row));
                // Of charges alone: an order's lines do not even look at them.
                if (row.IsOfEveryItem && row is StayWindow or ChargeOrderNeed)
                    ofEveryItem.Add(candidate.Item2);
                else if (row is { ItemCode: "", IsPrefix: false })
                    ofEncounter.Add(candidate.Item2);
                else if (row.IsPrefix)
                    Add(byPrefix, row.ItemCode, candidate);
                else if (ItemsOfKind.PrefixesOf(row.ItemCode) is { Count: > 0 } prefixes)
                    AddAll(byPrefix, prefixes, candidate);
                else
                    Add(byItem, row.ItemCode, candidate);
                foreach (var shared in row.SharedWith)
                {
                    if (shared.EndsWith('*'))
                        Add(byPrefix, shared[..^1], candidate);
                    else
                        Add(byItem, shared, candidate);
                }
            }
        }
        return new CandidateIndex(new ItemCandidates(byItem, byPrefix), [.. ofEncounter], [.. ofEveryItem], running, packed);
    }

    private static IEnumerable<KnowledgeRow> RowsOf(
        CompiledRule rule, FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> knowledge)
    {
        var rows = knowledge[rule.Definition.Knowledge] is PackedTable table ? table.Whole : knowledge[rule.Definition.Knowledge];
        return rows.Concat(PairMirror.Of(rows)).Where(rule.AppliesTo);
    }

    private static void AddAll(Dictionary<string, List<(int, Candidate)>> byPrefix, IReadOnlyList<string> prefixes, (int, Candidate) candidate)
    {
        foreach (var prefix in prefixes)
            Add(byPrefix, prefix, candidate);
    }

    private static void Add(Dictionary<string, List<(int, Candidate)>> index, string code, (int, Candidate) candidate)
    {
        if (!index.TryGetValue(code, out var candidates))
            index[code] = candidates = new List<(int, Candidate)>(1);
        candidates.Add(candidate);
    }
}
