using OrderCheck.Core.Rules.Compilation;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>Reads and compiles every rule file of a folder.</summary>
internal static class RuleSetReader
{
    /// <param name="before">A release whose rules are taken over where they say the same.</param>
    public static IReadOnlyList<CompiledRule> Read(RuleFolder folder, Release? before, List<Fault> faults)
    {
        var known = before?.Rules.ToDictionary(rule => rule.Definition.Name, StringComparer.Ordinal) ?? [];
        var rules = new List<CompiledRule>();
        var names = new Dictionary<string, string>();
        foreach (var file in folder.Files.Where(FolderLayout.IsRuleFile))
        {
            foreach (var written in RuleFileReader.Read(file, faults))
            {
                Courtesy.Pause();
                if (written.Name.Length > 0 && !names.TryAdd(written.Name, file.Path))
                    written.AtName($"The rule name '{written.Name}' is there already, in {names[written.Name]}.");
                if (written.Definition is not { } definition)
                    continue;
                if (known.GetValueOrDefault(definition.Name)?.As(definition) is { } same)
                    rules.Add(same);
                else if (RuleCompiler.Compile(definition, written.AtExpression, written.AtMessage) is { } rule)
                    rules.Add(rule);
            }
        }
        return rules;
    }
}
