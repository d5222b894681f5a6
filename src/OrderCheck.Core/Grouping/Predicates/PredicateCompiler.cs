using System.Collections.Immutable;
using OrderCheck.Core.Grouping.Language;
using OrderCheck.Core.Grouping.Schemes;

namespace OrderCheck.Core.Grouping.Predicates;

/// <summary>Turns a rule as written into bit tests over the scheme's sets.</summary>
/// <param name="diagnoses">The builder knows the sets by name; all of them must be there.</param>
/// <param name="procedures">The same for procedures.</param>
/// <param name="aliases">Names that stand for another set, by a policy switch.</param>
internal sealed class PredicateCompiler(
    CodeBookBuilder diagnoses, CodeBookBuilder procedures, IReadOnlyDictionary<string, string> aliases, CodeBook diagnosisBook, CodeBook procedureBook)
{
    /// <exception cref="RuleSyntaxException">The rule names a set that the scheme does not have.</exception>
    public Predicate Compile(RuleNode rule) => rule switch
    {
        RuleNode.Always => Constant.True,
        RuleNode.All all => new AllOf([.. all.Parts.Select(Compile)]),
        RuleNode.Any any => new AnyOf([.. any.Parts.Select(Compile)]),
        RuleNode.Not not => new Negation(Compile(not.Part)),
        RuleNode.Number number => new NumberTest(number.Variable, number.Comparison, number.Value),
        RuleNode.HitCount count => new HitCountTest(
            BookOf(count.Variables), count.Variables, [.. count.Sets.Select(BitOf)], count.Comparison, count.Value),
        RuleNode.Membership membership => CompileMembership(membership),
        _ => throw new InvalidOperationException($"No such rule: {rule}"),
    };

    private Predicate CompileMembership(RuleNode.Membership membership)
    {
        var masks = new SortedDictionary<int, ulong>();
        foreach (var set in membership.Sets)
            if (set.IsComplication)
                Add(masks, FactLayout.Complications(diagnosisBook.Stride), set.Name == "MCC" ? CaseFacts.MajorBit : CaseFacts.MinorBit);
            else
                AddSet(masks, membership.Variables, BitOf(set));
        return masks.Count == 1 ? new InSet(masks.First().Key, masks.First().Value) : new InAnySet([.. masks.Select(pair => (pair.Key, pair.Value))]);
    }

    private void AddSet(SortedDictionary<int, ulong> masks, CodeVariables variables, int bit)
    {
        ReadOnlySpan<CodeVariables> each =
            [CodeVariables.PrincipalDiagnosis, CodeVariables.OtherDiagnoses, CodeVariables.PrincipalProcedure, CodeVariables.OtherProcedures];
        foreach (var variable in each)
            if ((variables & variable) != 0)
                Add(masks, FactLayout.Of(variable, diagnosisBook.Stride, procedureBook.Stride) + (bit >> 6), 1UL << (bit & 63));
    }

    private static void Add(SortedDictionary<int, ulong> masks, int word, ulong mask) =>
        masks[word] = masks.GetValueOrDefault(word) | mask;

    private CodeBook BookOf(CodeVariables variables) => (variables & CodeVariables.Procedures) != 0 ? procedureBook : diagnosisBook;

    private int BitOf(SetName set)
    {
        var sets = (set.IsOfProcedures ? procedures : diagnoses).Sets;
        return sets.TryGetValue(aliases.GetValueOrDefault(set.Name, set.Name), out var bit)
            ? bit
            : throw new RuleSyntaxException(set.Line, set.Column, $"The scheme has no set {set.Name}.");
    }
}
