using System.Linq.Expressions;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>
/// Makes of a condition the condition that its verdict is certain, in Kleene's three-valued logic: a fact that is not known
/// makes a comparison uncertain, but "false and unknown" is false and "true or unknown" is true. A rule that tests a fact
/// for null has dealt with the unknown itself.
/// </summary>
internal static class Certainty
{
    private static readonly Expression Certain = Expression.Constant(true);

    /// <summary>Whether the verdict is certain whatever is known: no fact that may be missing is read, or the rule deals with it itself.</summary>
    public static bool IsAlways(Expression condition) => Of(condition) == Certain;

    public static Expression Of(Expression condition) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } and => OfJunction(and, Expression.Not(and.Left), Expression.Not(and.Right)),
        BinaryExpression { NodeType: ExpressionType.OrElse } or => OfJunction(or, or.Left, or.Right),
        UnaryExpression { NodeType: ExpressionType.Not } not => Of(not.Operand),
        ConditionalExpression choice => Both(Of(choice.Test), Expression.Condition(choice.Test, Of(choice.IfTrue), Of(choice.IfFalse))),
        BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } test
            when IsNull(test.Left) || IsNull(test.Right) => Certain,
        MemberExpression { Member.Name: nameof(Nullable<int>.HasValue) } => Certain,
        _ => OfComparison(condition),
    };

    /// <summary>The left side's value is asked for only where it is certain, the right one's only where the left is not.</summary>
    private static Expression OfJunction(BinaryExpression junction, Expression leftDecides, Expression rightDecides)
    {
        var left = Of(junction.Left);
        var right = Of(junction.Right);
        if (left == Certain && right == Certain)
            return Certain;
        return Expression.Condition(left, Expression.OrElse(leftDecides, right), Both(right, rightDecides));
    }

    private static Expression OfComparison(Expression comparison)
    {
        var known = FactReads.Of(comparison)
            .Where(fact => fact.Entry.CanBeMissing)
            .Select(fact => IsKnown(fact.Read))
            .Aggregate(Certain, Both);
        return known == Certain
            ? Certain
            : LimitsOf(comparison).Aggregate(known, (certain, limit) => Expression.OrElse(Expression.Not(IsKnown(limit)), certain));
    }

    /// <summary>A row that sets no such limit makes "less than" false, whatever the facts are.</summary>
    private static IEnumerable<Expression> LimitsOf(Expression comparison) =>
        comparison is BinaryExpression
        {
            NodeType: ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual,
        } order
            ? new[] { order.Left, order.Right }.Select(WithoutConversion).Where(side => IsNullable(side.Type) && IsOfLimit(side))
            : [];

    private static bool IsOfLimit(Expression side) =>
        side is MemberExpression member && RuleVocabulary.Find(member.Member)?.Subject == RuleVocabulary.Limit;

    private static Expression WithoutConversion(Expression side) =>
        side is UnaryExpression { NodeType: ExpressionType.Convert } convert ? WithoutConversion(convert.Operand) : side;

    public static Expression IsKnown(Expression read) => Expression.NotEqual(read, Expression.Constant(null, read.Type));

    private static bool IsNull(Expression side) => WithoutConversion(side) is ConstantExpression { Value: null };

    private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;

    private static Expression Both(Expression left, Expression right) =>
        left == Certain ? right : right == Certain ? left : Expression.AndAlso(left, right);
}
