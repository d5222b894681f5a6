using System.Linq.Dynamic.Core.Exceptions;
using System.Linq.Expressions;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;
using OrderCheck.Core.Tables;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>
/// Rule text → expression over <see cref="RuleFacts"/>: measured, parsed by RulesEngine, guarded, and bound to the one
/// object that the evaluator fills.
/// </summary>
internal static class RuleParser
{
    /// <summary>The parameter of everything that is returned from here.</summary>
    public static readonly ParameterExpression Facts = Expression.Parameter(typeof(RuleFacts), "facts");

    private static readonly RuleExpressionParser Parser = new(new ReSettings { CustomTypes = [.. RuleVocabulary.Types] });

    /// <param name="returnType">typeof(bool) for a condition; null for a message's placeholder.</param>
    /// <exception cref="RuleTextException">The text is refused.</exception>
    public static Expression Parse(string text, KnowledgeKind kind, Type? returnType)
    {
        Courtesy.Pause();
        TextLimits.Check(text);
        var parameters = Parameters(kind);
        var body = ParseText(text, parameters, returnType);
        if (returnType is not null && body.Type != returnType)
            throw new RuleTextException($"The expression is of type {body.Type.Name}, not a condition that is true or false.");
        Guard.Check(body);
        return new Binder(parameters).Visit(body);
    }

    private static Expression ParseText(string text, ParameterExpression[] parameters, Type? returnType)
    {
        try
        {
            return Parser.Parse(text, parameters, returnType);
        }
        catch (ParseException failure)
        {
            var offset = Math.Clamp(failure.Position, 0, Math.Max(0, text.Length - 1));
            throw new RuleTextException($"The expression does not compile: {failure.Message}", offset);
        }
        // The parser reports some mistakes through whatever the expression factories throw.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new RuleTextException($"The expression does not compile: {failure.Message}");
        }
    }

    private static ParameterExpression[] Parameters(KnowledgeKind kind) =>
    [
        Expression.Parameter(KnowledgeKinds.RowTypeOf(kind), RuleVocabulary.Limit),
        .. RuleVocabulary.Subjects.Select(subject => Expression.Parameter(subject.Type, subject.Name)),
        .. RuleVocabulary.FormerNames.Select(former => Expression.Parameter(RuleVocabulary.Subjects.First(subject => subject.Name == former.Value).Type, former.Key)),
    ];

    /// <summary>patient → facts.Patient, limit → (SexLimit)facts.Limit.</summary>
    private sealed class Binder(ParameterExpression[] parameters) : ExpressionVisitor
    {
        private readonly Dictionary<ParameterExpression, Expression> _bound = parameters.ToDictionary(parameter => parameter, Bind);

        protected override Expression VisitParameter(ParameterExpression node) => _bound[node];

        private static Expression Bind(ParameterExpression parameter)
        {
            var name = RuleVocabulary.FormerNames.GetValueOrDefault(parameter.Name!, parameter.Name!);
            var property = Expression.Property(Facts, char.ToUpperInvariant(name[0]) + name[1..]);
            return property.Type == parameter.Type ? property : Expression.Convert(property, parameter.Type);
        }
    }
}
