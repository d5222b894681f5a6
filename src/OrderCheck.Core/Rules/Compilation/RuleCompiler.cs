using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>A definition → delegates. About a millisecond a rule, once, at publishing.</summary>
internal static class RuleCompiler
{
    /// <summary>Null where the expression or the message is refused; both are looked at, so that both are reported.</summary>
    /// <param name="atExpression">Takes a reason and the characters before it in the expression.</param>
    /// <param name="atMessage">The same for the message.</param>
    public static CompiledRule? Compile(RuleDefinition definition, Action<string, int> atExpression, Action<string, int> atMessage)
    {
        var condition = Attempt(() => RuleParser.Parse(definition.Expression, definition.Knowledge, typeof(bool)), atExpression);
        var message = Attempt(() => MessageCompiler.Compile(definition.Message, definition.Knowledge), atMessage);
        if (condition is null || message is null)
            return null;
        var reads = FactReads.Of(condition);
        return new CompiledRule(
            definition,
            Expression.Lambda<Func<RuleFacts, bool>>(condition, RuleParser.Facts).Compile(),
            MissingInput(condition, reads),
            RowCondition.Compile(condition, KnowledgeKinds.RowTypeOf(definition.Knowledge)),
            message,
            Compared(reads));
    }

    private static T? Attempt<T>(Func<T> compile, Action<string, int> report)
        where T : class
    {
        try
        {
            return compile();
        }
        catch (RuleTextException refusal)
        {
            report(refusal.Message, refusal.Offset);
            return null;
        }
    }

    /// <summary>certain ? null : patient.Sex == null ? "patient.Sex" : …</summary>
    private static Func<RuleFacts, string?> MissingInput(
        Expression condition, IReadOnlyList<(VocabularyEntry Entry, Expression Read)> reads)
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
        new([.. reads
            .Where(fact => !IsQuestionOfLimit(fact.Entry))
            .Select(fact => (fact.Entry.Name, fact.Entry.Label, FactText.Compile(fact.Read, fact.Entry.Unit)))]);

    /// <summary>limit.Allows(visit.Mode) compares; what is compared are the limit's words and the visit's mode.</summary>
    private static bool IsQuestionOfLimit(VocabularyEntry entry) => entry is { IsMethod: true, Subject: RuleVocabulary.Limit };
}
