using System.Linq.Expressions;
using System.Reflection;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>
/// Finds the facts that keep a condition from being certain, which need not be all that are unknown: where the age alone makes
/// "age over 18 or weight over 60 kg" true, nothing misses the weight. Walks as <see cref="Certainty"/> judges: a side that is
/// certain misses nothing.
/// </summary>
internal static class MissingFacts
{
    private static readonly Expression None = Expression.Constant(null, typeof(VocabularyEntry));
    private static readonly MethodInfo Note = ((Action<List<VocabularyEntry>, VocabularyEntry>)AddOnce).Method;

    /// <summary>The first of them in the order of the text; null where the condition is certain. Allocates nothing.</summary>
    public static Func<RuleFacts, VocabularyEntry?> First(Expression condition) =>
        Certainty.IsAlways(condition) ? static _ => null : Expression.Lambda<Func<RuleFacts, VocabularyEntry?>>(FirstOf(condition), RuleParser.Facts).Compile();

    /// <summary>All of them in the order of the text, each once.</summary>
    public static Func<RuleFacts, IReadOnlyList<VocabularyEntry>> All(Expression condition)
    {
        if (Certainty.IsAlways(condition))
            return static _ => [];
        var missing = Expression.Parameter(typeof(List<VocabularyEntry>), "missing");
        var collect = Expression.Lambda<Action<RuleFacts, List<VocabularyEntry>>>(Collect(condition, missing), RuleParser.Facts, missing).Compile();
        return facts =>
        {
            var found = new List<VocabularyEntry>();
            collect(facts, found);
            return found;
        };
    }

    private static ConditionalExpression FirstOf(Expression condition) => Expression.Condition(Certainty.Of(condition), None, FirstOfUncertain(condition));

    private static Expression FirstOfUncertain(Expression condition) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } junction =>
            Expression.Condition(Certainty.Of(junction.Left), FirstOf(junction.Right), FirstOfUncertain(junction.Left)),
        UnaryExpression { NodeType: ExpressionType.Not } not => FirstOfUncertain(not.Operand),
        ConditionalExpression choice => Expression.Condition(
            Certainty.Of(choice.Test),
            Expression.Condition(choice.Test, FirstOf(choice.IfTrue), FirstOf(choice.IfFalse)),
            FirstOfUncertain(choice.Test)),
        _ => ReadsOf(condition).Reverse().Aggregate(
            None, (rest, fact) => Expression.Condition(Certainty.IsKnown(fact.Read), rest, Expression.Constant(fact.Entry))),
    };

    private static ConditionalExpression Collect(Expression condition, ParameterExpression missing) =>
        Expression.IfThen(Expression.Not(Certainty.Of(condition)), CollectUncertain(condition, missing));

    private static Expression CollectUncertain(Expression condition, ParameterExpression missing) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } junction =>
            Expression.Block(Collect(junction.Left, missing), Collect(junction.Right, missing)),
        UnaryExpression { NodeType: ExpressionType.Not } not => CollectUncertain(not.Operand, missing),
        ConditionalExpression choice => Expression.IfThenElse(
            Certainty.Of(choice.Test),
            Expression.IfThenElse(choice.Test, Collect(choice.IfTrue, missing), Collect(choice.IfFalse, missing)),
            CollectUncertain(choice.Test, missing)),
        _ => Expression.Block(typeof(void), [Expression.Empty(), .. ReadsOf(condition).Select(fact => Expression.IfThen(
            Expression.Not(Certainty.IsKnown(fact.Read)), Expression.Call(Note, missing, Expression.Constant(fact.Entry))))]),
    };

    private static IEnumerable<(VocabularyEntry Entry, Expression Read)> ReadsOf(Expression comparison) =>
        FactReads.Of(comparison).Where(fact => fact.Entry.CanBeMissing);

    private static void AddOnce(List<VocabularyEntry> missing, VocabularyEntry entry)
    {
        if (!missing.Contains(entry))
            missing.Add(entry);
    }
}
