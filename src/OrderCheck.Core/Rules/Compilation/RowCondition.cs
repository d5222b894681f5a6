using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>
/// The part of a condition that the row alone decides, such as limit.Window == "单日": rows that fail it are never joined
/// with the rule, and cost nothing at a check.
/// </summary>
internal static class RowCondition
{
    public static Func<KnowledgeRow, bool> Compile(Expression condition, Type rowType)
    {
        var row = Expression.Parameter(typeof(KnowledgeRow), "row");
        var bound = Expression.Convert(row, rowType);
        var parts = Conjuncts(condition)
            .Select(part => (Part: part, OnlyRow: new RowOnly(bound)))
            .Select(part => (Body: part.OnlyRow.Visit(part.Part), part.OnlyRow.Holds))
            .Where(part => part.Holds)
            .Select(part => part.Body)
            .ToList();
        if (parts.Count == 0)
            return static _ => true;
        if (parts is [var only] && RowKey.Of(only) is { } key)
        {
            var read = key.Read(rowType);
            return candidate => read(candidate) == key.Value;
        }
        var decides = Expression.Lambda<Func<KnowledgeRow, bool>>(parts.Aggregate(Expression.AndAlso), row).ToDelegate();
        return candidate => Decide(decides, candidate);
    }

    /// <summary>What every row has that <see cref="Compile"/>d conditions look at, by the names of <see cref="KnowledgeRow"/>'s members.</summary>
    public static IReadOnlySet<string> ReadsOfEveryRow(Expression condition, Type rowType)
    {
        var row = Expression.Convert(Expression.Parameter(typeof(KnowledgeRow), "row"), rowType);
        var members = new BaseMembers();
        foreach (var part in Conjuncts(condition).Select(part => (Part: part, OnlyRow: new RowOnly(row))).Select(part => (Body: part.OnlyRow.Visit(part.Part), part.OnlyRow.Holds)))
        {
            if (part.Holds)
                members.Visit(part.Body);
        }
        return members.Names;
    }

    /// <summary>What the condition asks of one text of the row before all else; null where it asks nothing of the kind.</summary>
    public static RowKey? KeyOf(Expression condition, Type rowType)
    {
        var row = Expression.Convert(Expression.Parameter(typeof(KnowledgeRow), "row"), rowType);
        return Conjuncts(condition).Select(part => new RowOnly(row).Visit(part)).Select(RowKey.Of).FirstOrDefault(static key => key is not null);
    }

    private static bool Decide(Func<KnowledgeRow, bool> decides, KnowledgeRow row)
    {
        try
        {
            return decides(row);
        }
        catch (ArithmeticException)
        {
            // The rule will throw at the check, where the answer says so.
            return true;
        }
    }

    private static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso } and
            ? Conjuncts(and.Left).Concat(Conjuncts(and.Right))
            : [condition];

    private sealed class BaseMembers : ExpressionVisitor
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Member.DeclaringType == typeof(KnowledgeRow))
                Names.Add(node.Member.Name);
            return base.VisitMember(node);
        }
    }

    /// <summary>facts.Limit → row; holds if nothing else of the facts is read.</summary>
    private sealed class RowOnly(Expression row) : ExpressionVisitor
    {
        public bool Holds { get; private set; } = true;

        protected override Expression VisitUnary(UnaryExpression node) =>
            node.Operand is MemberExpression { Member.Name: nameof(RuleFacts.Limit) } limit && limit.Expression == RuleParser.Facts
                ? row
                : base.VisitUnary(node);

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Holds &= node != RuleParser.Facts;
            return node;
        }
    }
}
