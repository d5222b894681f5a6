using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Makes the rows of one group know each other.</summary>
internal static class RowGroups
{
    public static void Link(KnowledgeTable table, List<Fault> faults)
    {
        var members = table.Rows
            .Select((row, place) => (Row: row as GroupedRow, Line: table.Lines[place]))
            .Where(member => member.Row is not null)
            .Select(member => (Row: member.Row!, member.Line));
        foreach (var group in members.GroupBy(member => member.Row.Group, StringComparer.Ordinal))
            Link(table.File, [.. group], faults);
    }

    private static void Link(string file, List<(GroupedRow Row, int Line)> group, List<Fault> faults)
    {
        var (first, line) = group[0];
        RelatedItem[] items = [.. group.Select(member => ItemOf(member.Row))];
        for (var i = 0; i < group.Count; i++)
        {
            if (group[i].Row.Agreement != first.Agreement)
                faults.Add(new Fault(file, group[i].Line, 1, $"The rows of '{first.Group}' must say the same: this one says {group[i].Row.Agreement}, line {line} {first.Agreement}."));
            for (var j = 0; j < i; j++)
            {
                if (items[i].Overlaps(items[j]) && OnOneDay(items[i], items[j]))
                    faults.Add(new Fault(file, group[i].Line, 1, $"'{first.Group}' has '{items[i].Code}' already, in line {group[j].Line}."));
            }
        }
        if (!first.MayBeAlone && group.TrueForAll(member => member.Row.ItemCode == first.ItemCode && !member.Row.IsPrefix))
            faults.Add(new Fault(file, line, 1, $"'{first.Group}' has one item only; it takes two to be against each other."));
        foreach (var (row, _) in group)
            row.Others = items;
    }

    private static RelatedItem ItemOf(KnowledgeRow row) =>
        new(row.ItemCode, row.IsPrefix, row.ItemName, row.EffectiveFrom, row.EffectiveTo);

    private static bool OnOneDay(in RelatedItem one, in RelatedItem other) =>
        (one.EffectiveFrom ?? DateOnly.MinValue) <= (other.EffectiveTo ?? DateOnly.MaxValue)
        && (other.EffectiveFrom ?? DateOnly.MinValue) <= (one.EffectiveTo ?? DateOnly.MaxValue);
}
