namespace OrderCheck.Cli.Nhsa;

/// <summary>
/// A later point may say for an item what an earlier one says, without superseding it (a drug was published again under
/// another name): from its publication on it alone speaks, so that one limit is not found twice.
/// </summary>
internal static class Takeover
{
    public static IReadOnlyList<KnowledgeLine> Apply(IReadOnlyList<KnowledgeLine> lines)
    {
        var ends = new Dictionary<KnowledgeLine, DateOnly>(ReferenceEqualityComparer.Instance);
        foreach (var same in lines.GroupBy(line => line.Sameness).Where(group => group.Skip(1).Any()))
        {
            var inTime = same.OrderBy(line => line.From).ToList();
            for (var i = 0; i + 1 < inTime.Count; i++)
            {
                var lastDay = inTime[i + 1].From.AddDays(-1);
                if (inTime[i].To is null || inTime[i].To > lastDay)
                    ends[inTime[i]] = lastDay;
            }
        }
        return
        [
            .. lines
                .Select(line => ends.TryGetValue(line, out var end) ? line with { To = end } : line)
                .Where(line => line.To is null || line.To >= line.From),
        ];
    }
}
