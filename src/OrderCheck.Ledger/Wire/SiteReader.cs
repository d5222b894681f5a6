using Google.Protobuf.Collections;

namespace OrderCheck.Ledger.Wire;

/// <summary>Lists of body sites and points, and their counts: a list in a message, one text in a fact.</summary>
internal static class SiteReader
{
    private const char Separator = '、';
    private const char OtherSeparator = '|';
    private const int MostEntries = 50;
    private const int LongestEntry = 64;
    private const int Most = 1000;

    /// <summary>Null where the list is empty.</summary>
    public static string? List(FieldReader reader, string field, RepeatedField<string> entries)
    {
        if (entries.Count == 0)
            return null;
        if (entries.Count > MostEntries)
        {
            reader.Refuse(field, $"has {entries.Count} entries", $"at most {MostEntries}");
            return null;
        }
        for (var i = 0; i < entries.Count; i++)
        {
            var name = $"{field}[{i}]";
            var entry = reader.Required(name, entries[i], LongestEntry);
            if (entry.Contains(Separator, StringComparison.Ordinal) || entry.Contains(OtherSeparator, StringComparison.Ordinal))
                reader.Refuse(name, $"{FieldReader.Quote(entry)} names several", $"one entry for each, without '{Separator}' and '{OtherSeparator}'");
        }
        return reader.Shared(string.Join(Separator, entries));
    }

    /// <summary>Null where it is 0: not told.</summary>
    public static int? Count(FieldReader reader, string field, int count) => reader.Whole(field, count, 0, Most) is not 0 and var told ? told : null;

    public static string[] Each(string? list) => list?.Split(Separator) ?? [];

    /// <summary>The field holds the list then, whatever it held.</summary>
    public static void Fill(RepeatedField<string> field, string? list)
    {
        field.Clear();
        if (list is not null)
            field.AddRange(list.Split(Separator));
    }
}
