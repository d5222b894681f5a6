using System.Runtime.CompilerServices;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Compilation;
using OrderCheck.Core.Tests.Rules;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>A release whose rules are judged by RulesEngine itself, wherever the evaluator asks one: the referee of whole answers.</summary>
internal static class PlainRelease
{
    public static Release Of(Release release)
    {
        CompiledRule[] plain = [.. release.Rules.Select(Plain)];
        return release.With(plain, release.Knowledge);
    }

    private static CompiledRule Plain(CompiledRule rule) =>
        new(rule.Definition, facts => Judge(rule.Definition.Name, facts), Missing(rule), AppliesTo(rule), rule.ReadsOfEveryRow, Message(rule), Facts(rule));

    /// <summary>The engine waits for nothing: its task is done when it is handed over.</summary>
    private static bool Judge(string rule, RuleFacts facts)
    {
        var task = PlainEngine.JudgeAsync(rule, facts);
        return task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("The engine waits.");
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_missing")]
    private static extern ref MissingInputs Missing(CompiledRule rule);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_appliesTo")]
    private static extern ref Func<KnowledgeRow, bool> AppliesTo(CompiledRule rule);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    private static extern ref MessageTemplate Message(CompiledRule rule);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_facts")]
    private static extern ref ComparedFacts Facts(CompiledRule rule);
}
