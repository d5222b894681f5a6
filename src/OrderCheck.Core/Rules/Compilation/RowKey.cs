using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>A text that a row must have for a rule to apply to it, such as limit.Window == "单日": of a hundred rules a row then asks the few that want its own.</summary>
/// <param name="Member">Which of the row's texts.</param>
/// <param name="Value">The text that it must be.</param>
internal sealed record RowKey(MemberInfo Member, string Value)
{
    private static readonly ConcurrentDictionary<(Type, string), Func<KnowledgeRow, string?>> Readers = [];

    /// <summary>The row's own text there.</summary>
    public Func<KnowledgeRow, string?> Read(Type rowType) => Readers.GetOrAdd((rowType, Member.Name), static (key, member) => Compile(key.Item1, member), Member);

    /// <summary>Null where the condition is no comparison of a text of the row with a text.</summary>
    public static RowKey? Of(Expression condition) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.Equal, Left: MemberExpression read, Right: ConstantExpression { Value: string value } } when IsOfRow(read) => new(read.Member, value),
        BinaryExpression { NodeType: ExpressionType.Equal, Right: MemberExpression read, Left: ConstantExpression { Value: string value } } when IsOfRow(read) => new(read.Member, value),
        _ => null,
    };

    private static bool IsOfRow(MemberExpression read) => read.Expression is UnaryExpression { NodeType: ExpressionType.Convert, Operand: ParameterExpression };

    private static Func<KnowledgeRow, string?> Compile(Type rowType, MemberInfo member)
    {
        var row = Expression.Parameter(typeof(KnowledgeRow), "row");
        return Expression.Lambda<Func<KnowledgeRow, string?>>(Expression.MakeMemberAccess(Expression.Convert(row, rowType), member), row).ToDelegate();
    }
}
