using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Knowledge.Reading;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>
/// Finds rows that no rule of the folder reads, whatever its state: a limit by the month, where no rule counts months, would
/// be a silent pass.
/// </summary>
internal static class UnreadRows
{
    public static void Report(IReadOnlyList<CompiledRule> rules, IEnumerable<KnowledgeTable> tables, List<Fault> faults)
    {
        foreach (var table in tables)
        {
            CompiledRule[] readers = [.. rules.Where(rule => rule.Definition.Knowledge == table.Kind)];
            int[] unread = [.. table.Unread, .. table.Whole.Where(one => !Array.Exists(readers, rule => rule.AppliesTo(one.Row)) && !IsReadBeside(one.Row)).Select(one => one.Line)];
            if (unread.Length == 0)
                continue;
            var message = $"No rule reads this row ({unread.Length} such rows in the file). Add a rule for it, in draft if it is not to run.";
            faults.Add(new Fault(table.File, unread.Min(), 1, message));
        }

        bool IsReadBeside(KnowledgeRow row) => row.ReadThrough is { } kind && rules.Any(rule => rule.Definition.Knowledge == kind);
    }
}
