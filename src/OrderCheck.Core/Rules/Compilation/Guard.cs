using System.Linq.Expressions;
using System.Reflection;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>
/// Admits an expression only if every part of it is on a list: the vocabulary, literals, comparisons, arithmetic and three
/// questions about text. RulesEngine's parser itself would also allow DateTime.Now, GetType() or a text of 100 MB.
/// </summary>
internal sealed class Guard : ExpressionVisitor
{
    private static readonly HashSet<string> TextQuestions = [nameof(string.Contains), nameof(string.StartsWith), nameof(string.EndsWith)];

    /// <exception cref="RuleTextException">Something in it is not admitted.</exception>
    public static void Check(Expression expression) => new Guard().Visit(expression);

    public override Expression? Visit(Expression? node) => node switch
    {
        null or ParameterExpression or MemberExpression or MethodCallExpression or BinaryExpression or UnaryExpression
            or ConditionalExpression or ConstantExpression => base.Visit(node),
        _ => throw Refuse($"{node.NodeType} ({node.Type.Name})"),
    };

    protected override Expression VisitConstant(ConstantExpression node) =>
        node.Value is null or bool or string or int or long or decimal ? node : throw Refuse($"a value of type {node.Type.Name}");

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null)
            throw Refuse($"{node.Member.DeclaringType?.Name}.{node.Member.Name}");
        var isHasValue = node.Member.Name == nameof(Nullable<int>.HasValue) && Nullable.GetUnderlyingType(node.Expression.Type) is not null;
        if (!isHasValue && !(node.Expression is ParameterExpression && RuleVocabulary.Find(node.Member) is not null))
            throw Refuse($"{node.Expression}.{node.Member.Name}");
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var isFact = node.Object is ParameterExpression && RuleVocabulary.Find(node.Method) is not null;
        if (!isFact && !IsTextQuestion(node.Method))
            throw Refuse($"{node.Method.DeclaringType?.Name}.{node.Method.Name}()");
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.Method is { } method && !IsOperator(method))
            throw Refuse($"{method.DeclaringType?.Name}.{method.Name}");
        return node.NodeType switch
        {
            ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.And or ExpressionType.Or
                or ExpressionType.Equal or ExpressionType.NotEqual
                or ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual
                or ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply
                or ExpressionType.Divide or ExpressionType.Modulo => base.VisitBinary(node),
            _ => throw Refuse(node.NodeType.ToString()),
        };
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.Method is { } method && !IsOperator(method))
            throw Refuse($"{method.DeclaringType?.Name}.{method.Name}");
        return node.NodeType switch
        {
            ExpressionType.Not or ExpressionType.Negate => base.VisitUnary(node),
            ExpressionType.Convert or ExpressionType.ConvertChecked when IsPlain(node.Type) => base.VisitUnary(node),
            _ => throw Refuse($"{node.NodeType} to {node.Type.Name}"),
        };
    }

    private static bool IsTextQuestion(MethodInfo method) =>
        method.DeclaringType == typeof(string)
        && TextQuestions.Contains(method.Name)
        && method.GetParameters() is [{ } only] && only.ParameterType == typeof(string);

    private static bool IsOperator(MethodInfo method) =>
        method.IsSpecialName && (method.DeclaringType == typeof(decimal) || method.DeclaringType == typeof(string));

    private static bool IsPlain(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain == typeof(bool) || plain == typeof(int) || plain == typeof(long) || plain == typeof(decimal) || plain == typeof(string));

    private static RuleTextException Refuse(string what) =>
        new($"The expression reaches for {what}. Rules may use the vocabulary, literals, comparisons, arithmetic, "
            + "and Contains, StartsWith, EndsWith of a text.");
}
