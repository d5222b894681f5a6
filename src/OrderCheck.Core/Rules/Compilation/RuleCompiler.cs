using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>A definition → delegates. About a millisecond a rule, once, at publishing.</summary>
internal static class RuleCompiler
{
    /// <exception cref="RuleTextException">The expression or the message is refused; <paramref name="compiling"/> says which was at work.</exception>
    public static CompiledRule Compile(RuleDefinition definition, Action<string> compiling)
    {
        compiling(definition.Expression);
        var condition = RuleParser.Parse(definition.Expression, definition.Knowledge, typeof(bool));
        var reads = FactReads.Of(condition);
        compiling(definition.Message);
        return new CompiledRule(
            definition,
            Expression.Lambda<Func<RuleFacts, bool>>(condition, RuleParser.Facts).Compile(),
            MissingInput(condition, reads),
            RowCondition.Compile(condition, KnowledgeKinds.RowTypeOf(definition.Knowledge)),
            MessageCompiler.Compile(definition.Message, definition.Knowledge),
            Compared(reads));
    }

    /// <summary>certain ? null : patient.Sex == null ? "patient.Sex" : …</summary>
    private static Func<RuleFacts, string?> MissingInput(Expression condition, IReadOnlyList<(VocabularyEntry Entry, Expression Read)> reads)
    {
        var names = reads
            .Where(fact => fact.Entry.CanBeMissing)
            .Reverse()
            .Aggregate(
                (Expression)Expression.Constant(null, typeof(string)),
                (rest, fact) => Expression.Condition(Certainty.IsKnown(fact.Read), rest, Expression.Constant(fact.Entry.Name)));
        var body = Expression.Condition(Certainty.Of(condition), Expression.Constant(null, typeof(string)), names);
        return Expression.Lambda<Func<RuleFacts, string?>>(body, RuleParser.Facts).Compile();
    }

    private static ComparedFacts Compared(IReadOnlyList<(VocabularyEntry Entry, Expression Read)> reads) =>
        new([.. reads.Where(fact => !IsQuestionOfLimit(fact.Entry)).Select(fact => (fact.Entry.Name, fact.Entry.Label, FactText.Compile(fact.Read, fact.Entry.Unit)))]);

    /// <summary>limit.Allows(visit.Mode) compares; what is compared are the limit's words and the visit's mode.</summary>
    private static bool IsQuestionOfLimit(VocabularyEntry entry) => entry is { IsMethod: true, Subject: RuleVocabulary.Limit };
}
