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

    /// <summary>What a row does not limit reads as nothing; what is not known of the patient reads as that.</summary>
    public static Func<RuleFacts, string> Compile(Expression read, string? unit)
    {
        var facts = FactReads.Of(read);
        var whenNull = facts.Any(fact => fact.Entry.CanBeMissing) ? Unknown : "";
        var format = facts.Any(fact => fact.Entry.Unit == Yuan) ? YuanFormat : PlainFormat;
        var value = Expression.Lambda<Func<RuleFacts, object?>>(Expression.Convert(read, typeof(object)), RuleParser.Facts).Compile();
        return judged => Show(value(judged), unit, format, whenNull);
    }

    private static string Show(object? value, string? unit, string format, string whenNull) => value switch
    {
        null => whenNull,
        bool yes => yes ? "是" : "否",
        decimal number => number.ToString(format, CultureInfo.InvariantCulture) + unit,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture) + unit,
        _ => value.ToString() ?? whenNull,
    };
}
