namespace OrderCheck.Core.Rules.Differences;

/// <summary>
/// The differences of two versions of one table. Rows have no id, so what belongs together is found step by step: the same row
/// is no difference; then the same limit of the same item with other dates; then what came from the same published point; then
/// the only row that is left of its item on either side.
/// </summary>
internal static class TableChanges
{
    private const string From = "effective_from";
    private const string To = "effective_to";
    private const string Point = "point_id";

    /// <summary>Where a row comes from and when it holds, not what it says.</summary>
    private static readonly HashSet<string> Origin =
        [From, To, "item_name", "rule_code", "rule_name", "official_text", "batch", Point, "source", "coded_by", "coded_on", "confirmed_by"];

    public static IEnumerable<FolderChange> Between(string path, string? family, TextTable before, TextTable after)
    {
        string[] columns = [.. after.Columns.Concat(before.Columns).Distinct()];
        var rows = new Columns(path, family ?? TableWords.Of(path), columns);
        var (old, now) = WithoutTheSame(before.InColumns(columns), after.InColumns(columns));
        var pairs = new List<(string[] Before, string[] After)>();
        pairs.AddRange(Paired(old, now, row => rows.Subject(row) + Columns.Separator + rows.Limit(row)));
        pairs.AddRange(Paired(old, now, row => rows.Value(row, Point) is { Length: > 0 } point ? rows.Subject(row) + Columns.Separator + point : null));
        pairs.AddRange(Paired(old, now, rows.Subject, onlyAlone: true));
        return pairs.Select(pair => rows.Changed(pair.Before, pair.After))
            .Concat(old.Select(row => rows.Whole(ChangeKind.Removed, row)))
            .Concat(now.Select(row => rows.Whole(ChangeKind.Added, row)))
            .OrderBy(static change => change.Code, StringComparer.Ordinal).ThenBy(static change => change.Kind);
    }

    private static (List<string[]> Before, List<string[]> After) WithoutTheSame(IEnumerable<string[]> before, IEnumerable<string[]> after)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var old = before.ToList();
        foreach (var row in old)
            counts[Columns.Text(row)] = counts.GetValueOrDefault(Columns.Text(row)) + 1;
        var now = after.Where(row => !Take(counts, Columns.Text(row))).ToList();
        // What is left in the counts had no counterpart.
        return (old.Where(row => Take(counts, Columns.Text(row))).ToList(), now);
    }

    private static bool Take(Dictionary<string, int> counts, string key)
    {
        if (counts.GetValueOrDefault(key) == 0)
            return false;
        counts[key]--;
        return true;
    }

    /// <summary>Takes the pairs with the same key out of both lists; rows without a key stay.</summary>
    /// <param name="onlyAlone">Only where the key is there once on each side: else nobody could say which became which.</param>
    private static List<(string[] Before, string[] After)> Paired(List<string[]> before, List<string[]> after, Func<string[], string?> key, bool onlyAlone = false)
    {
        var pairs = new List<(string[], string[])>();
        var later = after.Where(row => key(row) is not null).GroupBy(row => key(row)!, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => new Queue<string[]>(group), StringComparer.Ordinal);
        var earlier = before.Where(row => key(row) is not null).CountBy(row => key(row)!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var row in before.ToArray())
        {
            if (key(row) is not { } wanted || !later.TryGetValue(wanted, out var queue) || queue.Count == 0 || (onlyAlone && (queue.Count > 1 || earlier[wanted] > 1)))
                continue;
            pairs.Add((row, queue.Dequeue()));
        }
        before.RemoveAll(new HashSet<string[]>(pairs.Select(static pair => pair.Item1)).Contains);
        after.RemoveAll(new HashSet<string[]>(pairs.Select(static pair => pair.Item2)).Contains);
        return pairs;
    }

    /// <summary>Reads the rows of one table.</summary>
    private sealed class Columns(string path, string table, string[] names)
    {
        public const char Separator = '\u001f';
        private readonly int _subject = Math.Max(0, Array.IndexOf(names, "item_code"));

        public static string Text(string[] row) => string.Join(Separator, row);

        public string Value(string[] row, string column) => Array.IndexOf(names, column) is >= 0 and var place ? row[place] : "";

        /// <summary>The item, or what the first column names.</summary>
        public string Subject(string[] row) => row.Length == 0 ? "" : row[_subject];

        public string Limit(string[] row) => string.Join(Separator, row.Where((_, place) => !Origin.Contains(names[place])));

        public FolderChange Whole(ChangeKind kind, string[] row) => Make(kind, row, []);

        public FolderChange Changed(string[] before, string[] after)
        {
            var fields = names.Select((name, place) => new FieldChange(name, ColumnWords.Of(name), before[place], after[place])).Where(static field => field.Before != field.After).ToList();
            var ends = Limit(before) == Limit(after) && Value(after, To) is { Length: > 0 } last && Value(before, To) is var until
                && (until.Length == 0 || string.CompareOrdinal(last, until) < 0);
            return Make(ends ? ChangeKind.Ended : ChangeKind.Changed, after, ends ? [.. fields.Where(static field => field.Field == To)] : fields);
        }

        private FolderChange Make(ChangeKind kind, string[] row, IReadOnlyList<FieldChange> fields) => new(
            path, table, kind, Subject(row), Value(row, "item_name"), Saying(row), fields, Given(row, "rule_code"), Given(row, "batch"));

        private string? Given(string[] row, string column) => Value(row, column) is { Length: > 0 } text ? text : null;

        private string Saying(string[] row) => string.Join('；', names
            .Select((name, place) => (Name: name, Text: row[place], Place: place))
            .Where(field => field.Text.Length > 0 && field.Place != _subject && (!Origin.Contains(field.Name) || field.Name is From or To or "official_text"))
            .Select(static field => $"{ColumnWords.Of(field.Name)} {field.Text}"));
    }
}
