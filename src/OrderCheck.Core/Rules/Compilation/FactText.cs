using System.Globalization;
using System.Linq.Expressions;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>How a fact reads on a card: plain decimals, 是 or 否, 未知.</summary>
internal static class FactText
{
    private const string Unknown = "未知";

    /// <summary>What a row does not limit reads as nothing; what is not known of the patient reads as that.</summary>
    public static Func<RuleFacts, string> Compile(Expression read, string? unit)
    {
        var whenNull = FactReads.Of(read).Any(fact => fact.Entry.CanBeMissing) ? Unknown : "";
        var value = Expression.Lambda<Func<RuleFacts, object?>>(Expression.Convert(read, typeof(object)), RuleParser.Facts).Compile();
        return facts => Show(value(facts), unit, whenNull);
    }

    private static string Show(object? value, string? unit, string whenNull) => value switch
    {
        null => whenNull,
        bool yes => yes ? "是" : "否",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture) + unit,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture) + unit,
        _ => value.ToString() ?? whenNull,
    };
}
