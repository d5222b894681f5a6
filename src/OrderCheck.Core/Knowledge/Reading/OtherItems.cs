using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>
/// Reads other_codes: several with '|' between them, each a catalogue code, a prefix of codes with '*', or a name with '='
/// before it, which stands for every item of the catalogue with that generic name or name.
/// </summary>
internal static class OtherItems
{
    public const string Column = "other_codes";

    private const int LongestList = 400;

    /// <summary>As <see cref="KnowledgeReader"/> asks of a row's own prefix.</summary>
    private const int ShortestPrefix = 3;

    /// <summary>Null where the field is of no use, which was reported.</summary>
    public static RelatedItem[]? Read(CsvTable table, ItemCodes items) => Read(table, items, Column, table.Text("other_name") ?? "");

    /// <summary>The same of another column.</summary>
    /// <param name="name">What a reader calls them.</param>
    public static RelatedItem[]? Read(CsvTable table, ItemCodes items, string column, string name)
    {
        if (table.Required(column) is not { } text)
            return null;
        var others = new List<RelatedItem>();
        foreach (var word in text.Split('|'))
        {
            if (ReadWord(table, column, word, name, items) is not { } read)
                return null;
            foreach (var other in read)
            {
                if (others.Exists(known => known.Overlaps(other)))
                {
                    table.Fault(column, $"'{word}' is covered by another of the list: each item is named once.");
                    return null;
                }
                others.Add(other);
            }
        }
        if (others.Count <= LongestList)
            return [.. others];
        table.Fault(column, $"{others.Count} items are named; at most {LongestList} are allowed.");
        return null;
    }

    private static IReadOnlyList<RelatedItem>? ReadWord(CsvTable table, string column, string word, string name, ItemCodes items)
    {
        if (word.StartsWith('='))
        {
            var named = items.Named(word[1..]);
            if (named.Count > 0)
                return [.. named.Select(code => new RelatedItem(code, false, word[1..]))];
            table.Fault(column, $"no item of the catalogue (catalogue/items.csv) has the name or generic name '{word[1..]}'.");
        }
        else if (!word.EndsWith('*'))
        {
            if (items.Knows(word))
                return [new RelatedItem(word, false, name)];
            table.Fault(column, $"'{word}' is not in the catalogue (catalogue/items.csv).");
        }
        else if (word.Length <= ShortestPrefix)
            table.Fault(column, $"'{word}' is too short; a prefix has at least {ShortestPrefix} characters before the '*'.");
        else if (!items.HasAny(word[..^1]))
            table.Fault(column, $"no item of the catalogue (catalogue/items.csv) begins with '{word[..^1]}'.");
        else
            return [new RelatedItem(word[..^1], true, name)];
        return null;
    }
}
