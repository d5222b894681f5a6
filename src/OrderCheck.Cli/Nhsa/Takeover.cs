namespace OrderCheck.Cli.Nhsa;

/// <summary>
/// A later point may speak of an item under the same rule without superseding the earlier one by name (a limit was changed, a
/// drug was published again under another name): from its publication on it alone speaks, so that no two limits hold at once
/// and one limit is not found twice. What is published on one day holds side by side.
/// </summary>
internal static class Takeover
{
    public static IReadOnlyList<KnowledgeLine> Apply(IReadOnlyList<KnowledgeLine> lines)
    {
        var ends = new Dictionary<KnowledgeLine, DateOnly>(ReferenceEqualityComparer.Instance);
        foreach (var subject in lines.GroupBy(line => line.Subject).Where(group => group.Skip(1).Any()))
        {
            var days = subject.GroupBy(line => line.From).OrderBy(day => day.Key).ToList();
            for (var i = 0; i < days.Count; i++)
            {
                foreach (var same in days[i].GroupBy(line => line.Sameness))
                {
                    foreach (var twice in same.SkipLast(1))
                        ends[twice] = twice.From.AddDays(-1);
                }
                if (i + 1 < days.Count)
                    End(days[i], days[i + 1].Key.AddDays(-1), ends);
            }
        }
        return
        [
            .. lines
                .Select(line => ends.TryGetValue(line, out var end) ? line with { To = end } : line)
                .Where(line => line.To is null || line.To >= line.From),
        ];
    }

    private static void End(IEnumerable<KnowledgeLine> lines, DateOnly lastDay, Dictionary<KnowledgeLine, DateOnly> ends)
    {
        foreach (var line in lines.Where(line => !ends.ContainsKey(line) && (line.To is null || line.To > lastDay)))
            ends[line] = lastDay;
    }
}
