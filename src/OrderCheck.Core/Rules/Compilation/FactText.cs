using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>How a fact reads on a card: yuan with at least two decimals, other numbers plain, 是 or 否, 未知.</summary>
internal static class FactText
{
    private const string Unknown = "未知";
    private const string Yuan = "元";
    private const string YuanFormat = "0.00####";
    private const string PlainFormat = "0.############################";

    /// <summary>Hundreds of rules name the same few facts: each is compiled once. No more than the vocabulary has, as no text of a rule is in a path.</summary>
    private static readonly ConcurrentDictionary<string, Func<RuleFacts, object?>> OfPaths = new(StringComparer.Ordinal);

    /// <summary>What a row does not limit reads as nothing; what is not known of the patient reads as that.</summary>
    public static Func<RuleFacts, string> Compile(Expression read, string? unit)
    {
        var facts = FactReads.Of(read);
        var whenNull = facts.Any(fact => fact.Entry.CanBeMissing) ? Unknown : "";
        var format = facts.Any(fact => fact.Entry.Unit == Yuan) ? YuanFormat : PlainFormat;
        var value = PathOf(read) is { } path ? OfPaths.GetOrAdd(path, static (_, read) => Value(read), read) : Value(read);
        return judged => Show(value(judged), unit, format, whenNull);
    }

    private static Func<RuleFacts, object?> Value(Expression read) =>
        Expression.Lambda<Func<RuleFacts, object?>>(Expression.Convert(read, typeof(object)), RuleParser.Facts).ToDelegate();

    /// <summary>facts.Item.Name as a text of its own; null where it is more than one member after another.</summary>
    private static string? PathOf(Expression read) => read switch
    {
        ParameterExpression => "",
        MemberExpression { Expression: { } of } member => PathOf(of) is { } before ? $"{before}.{member.Member.Name}" : null,
        UnaryExpression { NodeType: ExpressionType.Convert } convert => PathOf(convert.Operand) is { } before ? $"{before}({convert.Type.FullName})" : null,
        _ => null,
    };

    private static string Show(object? value, string? unit, string format, string whenNull) => value switch
    {
        null => whenNull,
        bool yes => yes ? "是" : "否",
        decimal number => number.ToString(format, CultureInfo.InvariantCulture) + unit,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture) + unit,
        _ => value.ToString() ?? whenNull,
    };
}
