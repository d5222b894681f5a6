namespace OrderCheck.Ledger.Wire;

/// <summary>What holds for every list of a request: its length, and that no id comes twice.</summary>
internal static class RequestLists
{
    /// <summary>Up to here each id is compared with all before: that takes less than their hashes.</summary>
    private const int MostToCompare = 8;

    public static IReadOnlyList<TFact> ReadList<TMessage, TFact>(
        this FieldReader reader, string list, IReadOnlyList<TMessage> messages, int largest, Func<TMessage, string> id, Func<FieldReader, TMessage, TFact> read)
    {
        reader.Leave();
        if (messages.Count == 0 || messages.Count > largest)
        {
            reader.Refuse(list, $"has {messages.Count} elements", $"1 to {largest}");
            return [];
        }

        var facts = new List<TFact>(messages.Count);
        var ids = new string[messages.Count];
        var seen = messages.Count > MostToCompare ? new Dictionary<string, int>(messages.Count, StringComparer.Ordinal) : null;
        for (var i = 0; i < messages.Count; i++)
        {
            reader.Enter(list, i);
            ids[i] = id(messages[i]);
            var first = seen is null ? Array.IndexOf(ids, ids[i], 0, i) : seen.TryAdd(ids[i], i) ? -1 : seen[ids[i]];
            if (first >= 0)
                reader.Refuse("id", $"{FieldReader.Quote(ids[i])} is the id of {list}[{first}] too", "each id once in a call");
            facts.Add(read(reader, messages[i]));
        }

        reader.Leave();
        return facts;
    }
}
