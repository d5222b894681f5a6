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
            Expression.Lambda<Func<RuleFacts, bool>>(condition, RuleParser.Facts).ToDelegate(),
            new MissingInputs(MissingFacts.Of(condition), KnownPart.Suffices(condition)),
            RowCondition.Compile(condition, KnowledgeKinds.RowTypeOf(definition.Knowledge)),
            RowCondition.ReadsOfEveryRow(condition, KnowledgeKinds.RowTypeOf(definition.Knowledge)),
            message,
            Compared(reads))
        {
            Key = RowCondition.KeyOf(condition, KnowledgeKinds.RowTypeOf(definition.Knowledge)),
        };
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

    private static ComparedFacts Compared(IReadOnlyList<(VocabularyEntry Entry, Expression Read)> reads) =>
        new([.. reads
            .Where(fact => !IsQuestionOfLimit(fact.Entry))
            .Select(fact => (fact.Entry.Name, fact.Entry.Label, FactText.Compile(fact.Read, fact.Entry.Unit)))]);

    /// <summary>limit.Allows(visit.Mode) compares; what is compared are the limit's words and the visit's mode.</summary>
    private static bool IsQuestionOfLimit(VocabularyEntry entry) => entry is { IsMethod: true, Subject: RuleVocabulary.Limit };
}
