using System.Collections.Concurrent;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>"【$(item.Name)】限$(limit.Sex)性使用" → texts and delegates.</summary>
internal static class MessageCompiler
{
    public const int MaxLength = 1_000;

    /// <summary>Placeholders that are remembered; the vocabulary has fewer, and texts of rules must not fill the memory.</summary>
    private const int MostRemembered = 4_096;

    /// <summary>Hundreds of messages say $(item.Name): each placeholder is read once.</summary>
    private static readonly ConcurrentDictionary<(string, KnowledgeKind), Func<RuleFacts, string>> Remembered = [];

    /// <exception cref="RuleTextException">A placeholder has no end, or is no fact; the offset is the placeholder's.</exception>
    public static MessageTemplate Compile(string template, KnowledgeKind kind)
    {
        if (template.Length > MaxLength)
            throw new RuleTextException($"The message has {template.Length} characters; at most {MaxLength} are allowed.");
        var texts = new List<string>();
        var values = new List<Func<RuleFacts, string>>();
        var from = 0;
        while (template.IndexOf("$(", from, StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = EndOf(template, at);
            texts.Add(template[from..at]);
            values.Add(Value(template[(at + 2)..end], kind, at + 2));
            from = end + 1;
        }
        texts.Add(template[from..]);
        return new MessageTemplate([.. texts], [.. values]);
    }

    private static int EndOf(string template, int start)
    {
        var depth = 0;
        for (var i = start + 1; i < template.Length; i++)
        {
            depth += template[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
        throw new RuleTextException("The placeholder has no closing ')'.", start);
    }

    private static Func<RuleFacts, string> Value(string text, KnowledgeKind kind, int offset)
    {
        if (Remembered.TryGetValue((text, kind), out var known))
            return known;
        try
        {
            var value = FactText.Compile(RuleParser.Parse(text, kind, returnType: null), unit: null);
            if (Remembered.Count < MostRemembered)
                Remembered[(text, kind)] = value;
            return value;
        }
        catch (RuleTextException failure)
        {
            throw new RuleTextException($"The placeholder $({text}) does not resolve. {failure.Message}", offset + failure.Offset);
        }
    }
}
