using System.Linq.Expressions;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>
/// Whether a condition that the known part of its sums makes true is true of the whole sums, too: each sum stands alone or in
/// a sum on the greater side of a comparison, joined by "and" and "or" alone. What is missing of a sum only adds to it.
/// </summary>
internal static class KnownPart
{
    /// <summary>Sums whose known part is known where the whole is not.</summary>
    private static readonly HashSet<string> Sums = new(StringComparer.Ordinal)
    {
        "use.OnDay", "use.InHours", "use.InDays", "use.InWeek", "use.InMonth", "use.InYear", "use.InStay", "use.UpToDay", "use.InWindow",
        "drug.DailyDose", "prescription.GramsOfItem", "prescription.GramsPerSet", "prescription.Grams",
    };

    public static bool Suffices(Expression condition) => HasSum(condition) && IsMonotone(condition);

    private static bool IsMonotone(Expression condition) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } junction => IsMonotone(junction.Left) && IsMonotone(junction.Right),
        BinaryExpression { NodeType: ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual } more => Grows(more.Left) && !HasSum(more.Right),
        BinaryExpression { NodeType: ExpressionType.LessThan or ExpressionType.LessThanOrEqual } less => Grows(less.Right) && !HasSum(less.Left),
        _ => !HasSum(condition),
    };

    private static bool Grows(Expression side) => side switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => Grows(convert.Operand),
        BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.AddChecked } sum => Grows(sum.Left) && Grows(sum.Right),
        MethodCallExpression call when IsSum(RuleVocabulary.Find(call.Method)) => !call.Arguments.Any(HasSum),
        MemberExpression member when IsSum(RuleVocabulary.Find(member.Member)) => true,
        _ => !HasSum(side),
    };

    private static bool HasSum(Expression expression) => FactReads.Of(expression).Any(fact => IsSum(fact.Entry));

    private static bool IsSum(VocabularyEntry? entry) => entry is not null && Sums.Contains(entry.Name);
}
