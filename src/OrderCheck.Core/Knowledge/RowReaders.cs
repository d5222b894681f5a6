using System.Runtime.InteropServices;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Knowledge;

/// <summary>The rules that read rows of one kind, found by the text that a row must have for them. For one thread.</summary>
internal sealed class RowReaders
{
    private readonly IReadOnlyList<CompiledRule> _rules;
    private readonly int[] _ofAll;
    private readonly List<int> _found = [];
    private readonly int[]?[] _alone;
    private int[] _last = [];
    private readonly List<(Func<KnowledgeRow, string?> Read, Dictionary<string, int[]> Rules)> _byText = [];

    /// <summary>See <see cref="CompiledRule.ReadsOfEveryRow"/>: of any of them.</summary>
    public IReadOnlySet<string> ReadsOfEveryRow { get; }

    public RowReaders(IReadOnlyList<CompiledRule> rules, KnowledgeKind kind)
    {
        (_rules, _alone) = (rules, new int[]?[rules.Count]);
        var readers = rules.Index().Where(rule => rule.Item.Definition.Knowledge == kind).ToList();
        ReadsOfEveryRow = readers.SelectMany(static rule => rule.Item.ReadsOfEveryRow).ToHashSet(StringComparer.Ordinal);
        _ofAll = [.. readers.Where(static rule => rule.Item.Key is null).Select(static rule => rule.Index)];
        foreach (var same in readers.Where(static rule => rule.Item.Key is not null).GroupBy(static rule => rule.Item.Key!.Member.Name, StringComparer.Ordinal))
        {
            _byText.Add((
                same.First().Item.Key!.Read(KnowledgeKinds.RowTypeOf(kind)),
                same.GroupBy(static rule => rule.Item.Key!.Value, StringComparer.Ordinal)
                    .ToDictionary(static rules => rules.Key, static rules => rules.Select(static rule => rule.Index).ToArray(), StringComparer.Ordinal)));
        }
    }

    public bool Any => _ofAll.Length > 0 || _byText.Count > 0;

    /// <summary>The numbers of the rules that can apply to the row, in no order. Rows of one kind often have the same, and then the same object.</summary>
    public int[] Of(KnowledgeRow row)
    {
        _found.Clear();
        Take(row, _ofAll, _found);
        foreach (var (read, rules) in _byText)
        {
            if (read(row) is { } text && rules.TryGetValue(text, out var own))
                Take(row, own, _found);
        }
        if (_found.Count <= 1)
            return _found.Count == 0 ? [] : _alone[_found[0]] ??= [_found[0]];
        if (!_last.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(_found)))
            _last = [.. _found];
        return _last;
    }

    private void Take(KnowledgeRow row, int[] rules, List<int> found)
    {
        foreach (var rule in rules)
        {
            if (_rules[rule].AppliesTo(row))
                found.Add(rule);
        }
    }
}
